import { test as base } from '@playwright/test'
import { behindProxy } from './behindProxy.js'
import { createWorld, type RunningWorld, type World } from './createWorld.js'

export { expect } from '@playwright/test'
export type { Answer, Handler, World } from './createWorld.js'
export type { SeenRequest } from './SeenRequest.js'

/**
 * Playwright's `test` in a world of our own making: each worker has a proxy that is all the internet there is, and
 * each test a clean record of what was asked of it.
 */
export const test = base.extend<{ world: World }, { runningWorld: RunningWorld }>({
  runningWorld: [
    async ({}, use) => {
      const world = await createWorld()
      await use(world)
      await world.close()
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, browserName, runningWorld }, use) => {
      await use(behindProxy(browserName, runningWorld.port, launchOptions))
    },
    { scope: 'worker' },
  ],
  // Requests without a page come from Node, which knows nothing of how the browser was launched.
  request: async ({ playwright, runningWorld }, use) => {
    const proxy = { server: `http://127.0.0.1:${runningWorld.port}` }
    const context = await playwright.request.newContext({ ignoreHTTPSErrors: true, proxy })
    await use(context)
    await context.dispose()
  },
  // Not only for those who ask for it: what one test let in must not show up in the record of the next.
  world: [
    async ({ runningWorld }, use) => {
      runningWorld.reset()
      await use(runningWorld)
      runningWorld.reset()
    },
    { auto: true },
  ],
})
