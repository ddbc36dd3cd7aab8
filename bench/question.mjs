import { watchQuestion } from './inPage.mjs'

/** A page on which a peer asks, and the buttons of its question; Playwright's locators see into open shadow roots. */
export const questionOn = async (page, peer) => {
  if (peer.accept) await page.addInitScript(watchQuestion, { within: peer.within, accept: peer.accept })
  const find = (selector) => page.locator(peer.within ? `${peer.within} ${selector}` : selector).filter({ visible: true }).first()
  return {
    find,
    /** Resolves when an answer would be heard. */
    asked: () => page.waitForFunction(() => window.benchAskedAt !== undefined),
    isAsked: () => find(peer.accept).isVisible(),
    accept: () => find(peer.accept).click(),
    reject: () => find(peer.reject).click(),
    openPreferences: async () => {
      await find(peer.preferences).click()
      await find(peer.opened).waitFor()
    },
  }
}
