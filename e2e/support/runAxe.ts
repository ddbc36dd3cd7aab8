import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The very axe-core that the package for Playwright brings along.
const beside = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))

export const AXE_SOURCE = readFileSync(beside.resolve('axe-core/axe.min.js'), 'utf8')

interface Options {
  /** Only rules with one of these tags; all rules unless said. */
  readonly tags?: readonly string[]
  /** A selector of what is looked at, instead of the whole page. */
  readonly within?: string
}

/**
 * What axe finds on a page and in its frames. The package's own way opens another page to end each run, which takes
 * twenty times as long as the run.
 */
export const runAxe = async (page: Page, { tags, within }: Options = {}): Promise<AxeResults> => {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE_SOURCE)
  }
  return page.evaluate(
    ({ tags: runOnly, within: selector }) => {
      const { axe } = window as unknown as { axe: { run(context: unknown, options: object): Promise<AxeResults> } }
      const context = selector === undefined ? document : { include: [[selector]] }
      return axe.run(context, runOnly ? { runOnly } : {})
    },
    { tags, within },
  )
}
