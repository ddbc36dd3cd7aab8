import type { BrowserContext, Page } from '@playwright/test'
import type { Change } from '../../src/core/consent/types.js'
import { expect, settle, stampOf, widgetOn, type Widget } from '../support/widget.js'
import { external, inline } from './openPage.js'

declare global {
  interface Window {
    /** What the page was told, in order. */
    heard?: Change[]
    /** Milliseconds by which the page's clock is wrong. */
    drift?: number
  }
}

export const HOST = 'https://test.example'
export const PAGE = `${HOST}/p/`
export const DAY = 86_400_000
export const NOT_STORED = 'Izbire ni bilo mogoče shraniti'

export const LISTEN = `<script>
  document.addEventListener('privolim:change', (event) => (window.heard ||= []).push(event.detail))
</script>`
export const FRAME = `<iframe title="Posnetek" width="560" height="315"
  data-privolim="video" data-src="https://video.example/a"></iframe>`
export const BODY = inline('a') + external('b.js') + FRAME

export const placeholder = (page: Page) => page.locator('[data-privolim-placeholder="video"]')

export const lookAgain = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

/** Looks again at a cookie that was changed from outside, once the page sees it so. */
export const lookAtChanged = async (page: Page, value: string | undefined) => {
  await seesCookie(page, value)
  await lookAgain(page)
}

/** In Firefox it takes a moment. */
export const seesCookie = (page: Page, value = '') =>
  expect.poll(() => page.evaluate(() => document.cookie)).toBe(value && `privolim=${value}`)

export const heard = (page: Page) =>
  page.evaluate(() => (window.heard ?? []).map(({ method, changed }) => ({ method, changed })))

/** Another tab with the same page. */
export const openTab = async (context: BrowserContext, open: (page: Page) => Promise<void>) => {
  const tab = await context.newPage()
  await open(tab)
  return { tab, widget: widgetOn(tab) }
}

/** The value of a choice that the page's own inventory stands behind, and the page's device without it. */
export const takeChoice = async (page: Page, widget: Widget, flags: string, age = 0) => {
  await widget.acceptAll()
  await settle(page)
  const value = await widget.choice()
  await page.context().clearCookies()
  return value.replace(/^1\.[^t]*t\w+/, `1.${flags}.t${stampOf(Date.now() - age)}`)
}
