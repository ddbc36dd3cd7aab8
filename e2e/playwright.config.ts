import { availableParallelism } from 'node:os'
import { defineConfig, type LaunchOptions, type PlaywrightTestProject } from '@playwright/test'
import { FIREFOX_MISSING, findChromium, findChromiumShell, findFirefox } from './machine/browsers.mjs'
import { findWebKit, WEBKIT_MISSING } from './machine/webkit.mjs'
import { behindProxy } from './support/behindProxy.js'

// The port of "discard": a test that forgets the stand-in world of support/world.ts reaches nothing at all.
const NOWHERE = 9

const firefoxUserPrefs: NonNullable<LaunchOptions['firefoxUserPrefs']> = {
  // Without these two, going back in history never ends over WebDriver BiDi.
  'fission.bfcacheInParent': false,
  'browser.sessionhistory.max_total_viewers': 0,
  // A process for all pages: to begin one for each site of each test takes most of a test's time.
  'fission.webContentIsolationStrategy': 0,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  // A sixth of the time goes into what moves in the browser's own bars with each page that is opened and closed.
  'ui.prefersReducedMotion': 1,
}

// What depends on more than the engine: the caches of pages, what is painted and when, several tabs, whole sites.
const WHOLE_BROWSER = ['first-paint', 'kept-pages', 'other-tabs', 'script-gate', 'seeds'].map((name) => `${name}.spec.ts`)

/** Another engine's alone. */
const WEBKIT = '**/webkit.spec.ts'

const inChromium = (name: string, executablePath: string): PlaywrightTestProject => {
  const launchOptions = behindProxy('chromium', NOWHERE, { executablePath, args: ['--disable-gpu'] })
  return { name, use: { browserName: 'chromium', launchOptions } }
}

const chromium = (): PlaywrightTestProject[] => {
  const browser = findChromium()
  if (!browser) throw new Error('Chromium is not installed: `npm test` gets one, or name one in CHROMIUM_PATH.')
  const shell = findChromiumShell()
  if (!shell) return [{ ...inChromium('chromium', browser), testIgnore: WEBKIT }]
  const matching = WHOLE_BROWSER.map((file) => `**/${file}`)
  return [
    { ...inChromium('chromium', shell), testIgnore: [...matching, WEBKIT] },
    { ...inChromium('chromium-whole', browser), testMatch: matching },
  ]
}

const firefox = (): PlaywrightTestProject[] => {
  const found = findFirefox()
  if (!found) {
    // Workers read this file too, and once is enough.
    if (process.env.TEST_WORKER_INDEX === undefined) console.error(FIREFOX_MISSING)
    return []
  }
  const launchOptions = behindProxy('firefox', NOWHERE, { executablePath: found.path, firefoxUserPrefs })
  // A window for all tests of a worker, emptied between them: new ones take a fifth of the time.
  const use = { browserName: 'firefox', channel: found.channel, launchOptions, reuseContext: true } as const
  // What no browser has a part in, or what begins one by itself, is tested once.
  const once = ['audit', 'cli', 'handler', 'npm', 'package'].map((name) => `${name}.spec.ts`)
  return [{ name: 'firefox', testIgnore: [...once, WEBKIT], use }]
}

const webkit = (): PlaywrightTestProject[] => {
  if (findWebKit()) return [{ name: 'webkit', testMatch: WEBKIT }]
  if (process.env.TEST_WORKER_INDEX === undefined) console.error(WEBKIT_MISSING)
  return []
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  // Tests wait for pages more than they work.
  workers: availableParallelism() + 1,
  // Elsewhere nothing may fail once; what does in CI is named in the report, and counted as unsteady.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  forbidOnly: !!process.env.CI,
  reporter: 'line',
  use: { ignoreHTTPSErrors: true, locale: 'sl-SI', trace: 'off', screenshot: 'off', video: 'off' },
  projects: [...chromium(), ...firefox(), ...webkit()],
})
