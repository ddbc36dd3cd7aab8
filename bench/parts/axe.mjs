import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { comeToRest } from '../inPage.mjs'
import { questionOn } from '../question.mjs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The very axe-core that the package for Playwright brings along.
const beside = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))

/** What axe finds on the whole page while the question is up, and while the preferences are. */
export const axe = {
  once: true,
  measure: async ({ browser, servers }, peer) => {
    const context = await browser.newContext()
    try {
      const page = await context.newPage()
      const question = await questionOn(page, peer)
      await page.goto(servers.addressOf(peer))
      await question.asked()
      const asked = await findingsOn(page)
      if (peer.preferences) await question.openPreferences()
      return { axeQuestion: asked, axePreferences: peer.preferences && (await findingsOn(page)) }
    } finally {
      await context.close()
    }
  },
}

/** Each place that breaks a rule, as `rule ×places`. */
const findingsOn = async (page) => {
  await page.evaluate(comeToRest)
  // What fades in has no contrast yet.
  await page.waitForTimeout(1500)
  await page.evaluate(readFileSync(beside.resolve('axe-core/axe.min.js'), 'utf8'))
  const violations = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }).then((found) => found.violations), TAGS)
  return violations.map(({ id, nodes }) => ({ rule: id, places: nodes.length }))
}
