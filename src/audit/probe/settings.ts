import type { Page } from 'playwright-core'
import type { SettingsSeen } from '../record'
import type { RawQuestion } from '../visit/lookAtQuestion'
import { findQuestion, waitForQuestion } from '../visit/press'
import { INTEREST_WORDS } from '../visit/words'
import { onStartPage } from './onStartPage'
import type { Probe } from './probe'
import { takePicture } from './takePicture'

/** Opens the settings from the first layer, and gives what they consist of. */
export const openSettings = async (page: Page, wait: number): Promise<RawQuestion | undefined> => {
  const first = await waitForQuestion(page, wait)
  if (!first?.controls.some(({ kind }) => kind === 'settings')) return undefined
  await findQuestion(page, ['settings'])
  const end = performance.now() + wait
  for (;;) {
    const found = await findQuestion(page)
    if (found?.controls.some(({ kind }) => kind === 'save') || performance.now() > end) return found
    await page.waitForTimeout(100)
  }
}

/** What the settings show when they are opened for the first time. */
export const probeSettings: Probe = async (tools) => {
  const { options } = tools
  let settings: SettingsSeen | undefined
  await onStartPage(tools, async (page) => {
    const seen = await openSettings(page, options.waits.press)
    if (!seen) return
    const picture = await takePicture(page, options.out, 'settings.jpg')
    const legitimateInterest = [...new Set([...seen.text.matchAll(new RegExp(INTEREST_WORDS, 'giu'))].map(([words]) => words))]
    settings = { text: seen.text, checkboxes: seen.checkboxes, legitimateInterest, ...(picture && { picture }) }
  })
  return settings ? { settings } : {}
}
