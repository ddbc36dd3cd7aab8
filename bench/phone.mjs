import { watchClick } from './inPage.mjs'
import { questionOn } from './question.mjs'

/** So many times slower than this machine: about an old phone. */
export const SLOWDOWN = 4

/** What Lighthouse takes for a phone's slow network: 150 ms there and back, 1.6 Mbit/s. */
export const NETWORK = { latency: 150, megabits: 1.6 }

/**
 * A visit on a slow phone. `work({ page, session, asking })` begins on the page without a widget: the renderer has shown
 * it by then, since a new one needs longer than any widget for the fonts of any page.
 */
export const onPhone = async ({ browser, servers }, { alone, peer, state, network }, work) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, storageState: state })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(servers.addressOf(alone))
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', { name: 'benchAsked' })
    await page.addInitScript(watchClick)
    const asking = await questionOn(page, state ? {} : peer)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    if (network) await slowDown(session)
    return await work({ page, session, asking })
  } finally {
    await context.close()
  }
}

const slowDown = async (session) => {
  const bytesPerSecond = (NETWORK.megabits * 1_000_000) / 8
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: NETWORK.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  })
}

/** Loads a page over the protocol and tells when its question could be answered, in milliseconds since it was asked for. */
export const loadUntilAsked = async (session, url) => {
  const asked = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${url} asked nothing within 30 s.`)), 30_000)
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'benchAsked') return
      clearTimeout(late)
      resolve(Number(payload))
    })
  })
  await session.send('Page.navigate', { url })
  return asked
}

/** Loads a page over the protocol and waits until all that it names has come. */
export const load = async (page, session, url) => {
  const loaded = page.waitForEvent('load')
  await session.send('Page.navigate', { url })
  await loaded
}

/** The middle of an element that has stopped moving. The pointer stays away: its coming may be what is measured. */
export const placeOf = async (locator) => {
  const element = await locator.elementHandle()
  await element.scrollIntoViewIfNeeded()
  await element.waitForElementState('stable')
  const { x, y, width, height } = await locator.boundingBox()
  return { x: x + width / 2, y: y + height / 2 }
}

/** Comes and clicks, over the protocol: some widgets begin their work when the pointer comes. */
export const press = async (session, place) => {
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place })
  for (const type of ['mousePressed', 'mouseReleased']) {
    await session.send('Input.dispatchMouseEvent', { type, button: 'left', clickCount: 1, ...place })
  }
}
