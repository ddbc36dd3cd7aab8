import { defineConfig, type LaunchOptions, type PlaywrightTestProject } from '@playwright/test'
import { FIREFOX_MISSING, findChromium, findFirefox } from './machine/browsers.mjs'
import { behindProxy } from './support/behindProxy.js'

// The port of "discard": a test that forgets the stand-in world of support/world.ts reaches nothing at all.
const NOWHERE = 9

const firefoxUserPrefs: NonNullable<LaunchOptions['firefoxUserPrefs']> = {
  // Without these two, going back in history never ends over WebDriver BiDi.
  'fission.bfcacheInParent': false,
  'browser.sessionhistory.max_total_viewers': 0,
}

const chromium = (): PlaywrightTestProject => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is not installed: `npm test` gets one, or name one in CHROMIUM_PATH.')
  const launchOptions = behindProxy('chromium', NOWHERE, { executablePath })
  return { name: 'chromium', use: { browserName: 'chromium', launchOptions } }
}

// Minutes, for what hardly differs between engines: what is asked for, and what is said of a wrong inventory.
const LEFT_OUT = ['configurator.spec.ts', 'first-cost.spec.ts', 'inventory-errors.spec.ts']

const firefox = (): PlaywrightTestProject[] => {
  const found = findFirefox()
  if (!found) {
    // Workers read this file too, and once is enough.
    if (process.env.TEST_WORKER_INDEX === undefined) console.error(FIREFOX_MISSING)
    return []
  }
  const launchOptions = behindProxy('firefox', NOWHERE, { executablePath: found.path, firefoxUserPrefs })
  const use = { browserName: 'firefox', channel: found.channel, launchOptions } as const
  // What no browser has a part in is tested once.
  const once = ['handler.spec.ts', 'npm.spec.ts', 'package.spec.ts', 'server-rules.spec.ts', 'cli.spec.ts']
  if (process.env.TEST_WORKER_INDEX === undefined) console.error(`Left out in Firefox, for the time it takes: ${LEFT_OUT.join(', ')}`)
  return [{ name: 'firefox', testIgnore: [...once, ...LEFT_OUT], use }]
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: !!process.env.CI,
  reporter: 'line',
  use: { ignoreHTTPSErrors: true, locale: 'sl-SI', trace: 'off', screenshot: 'off', video: 'off' },
  projects: [chromium(), ...firefox()],
})
