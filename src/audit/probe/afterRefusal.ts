import type { CookieRecord, PageRecord } from '../record'
import { pressAnswer, waitForQuestion } from '../visit/press'
import { inFreshProfile, visitStart } from './onStartPage'
import type { Probe } from './probe'

const DAY = 86_400

const same = (one: CookieRecord) => (other: CookieRecord) => one.name === other.name && one.domain === other.domain && one.hash === other.hash

/** Cookies and keys that the answer brought. */
const newIn = (after: PageRecord, cookies: readonly CookieRecord[], stored: number) => ({
  cookies: after.cookies.filter((cookie) => !cookie.thirdParty && !cookies.some(same(cookie))),
  isMore: after.stored.length > stored,
})

/** What becomes of a refusal: whether it is kept, for how long, and whether anybody is asked again. */
export const probeAfterRefusal: Probe = (tools) => {
  const { options, recording } = tools
  const urls = [options.url, options.url, ...recording.pages().slice(1, 2)]
  return inFreshProfile(tools, async (profile) => {
    const before = await visitStart(tools, profile)
    let isRefused = false
    const after = await visitStart(tools, profile, {
      async act(page) {
        isRefused = (await pressAnswer(page, 'refuse', options.waits.press)) !== undefined
      },
    })
    if (!isRefused) return {}
    const { cookies, isMore } = newIn(after, before.cookies, before.stored.length)
    let askedAgain = false
    for (const url of urls)
      await visitStart(tools, profile, {
        url,
        async act(page) {
          askedAgain ||= (await waitForQuestion(page, options.waits.settle)) !== undefined
        },
      })
    // What was set by the answer and is a tracker's lives longer than the answer; Privolim's own is known by its name.
    const own = cookies.filter(({ name }) => name === 'privolim')
    const lifetimes = (own.length ? own : cookies).flatMap(({ lifetime }) => lifetime ?? [])
    const lifetimeDays = lifetimes.length ? Math.round(Math.max(...lifetimes) / DAY) : undefined
    return { afterRefusal: { askedAgain, registered: cookies.length > 0 || isMore, ...(lifetimeDays !== undefined && { lifetimeDays }) } }
  })
}
