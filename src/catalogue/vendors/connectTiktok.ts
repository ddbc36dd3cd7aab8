import { connectVendor } from './connectVendor'

const METHODS = (
  'page track identify instances debug on off once ready alias group enableCookie disableCookie ' +
  'holdConsent revokeConsent grantConsent'
).split(' ')

type Call = (...words: unknown[]) => void

type Calls = unknown[] & { page: Call; holdConsent: Call; revokeConsent: Call; grantConsent: Call }

type Ttq = Calls & {
  methods: readonly string[]
  setAndDefer(calls: Calls, method: string): void
  instance(account: string): Calls
  _i: Record<string, Calls & { _u?: string }>
  _t: Record<string, number>
  _o: Record<string, object>
}

declare global {
  interface Window {
    TiktokAnalyticsObject?: string
    ttq?: Ttq
  }
}

const FILE = 'https://analytics.tiktok.com/i18n/pixel/events.js'

/** The queue of TikTok's snippet, but for `load`, which would insert the file by itself. */
const createTtq = () => {
  const setAndDefer: Ttq['setAndDefer'] = (calls, method) => {
    const call: Call = (...words) => void calls.push([method, ...words])
    Object.assign(calls, { [method]: call })
  }
  const deferred = (calls: unknown[]) => {
    for (const method of METHODS) setAndDefer(calls as Calls, method)
    return calls as Calls
  }
  const ttq = deferred([]) as Ttq
  const instance = (account: string) => deferred(ttq._i[account] ?? [])
  return Object.assign(ttq, { methods: METHODS, setAndDefer, instance, _i: {}, _t: {}, _o: {} })
}

/** TikTok Pixel: consent is held back before anything else. That alone would not keep its file from being fetched. */
export const connectTiktok = connectVendor({
  stub() {
    window.TiktokAnalyticsObject = 'ttq'
    window.ttq ??= createTtq()
  },
  onDefault: () => window.ttq!.holdConsent(),
  onUpdate: (granted) => (granted('marketing') ? window.ttq!.grantConsent() : window.ttq!.revokeConsent()),
  onGrant({ account }) {
    const ttq = window.ttq!
    // What `load` notes down for the file.
    ttq._i[account!] = Object.assign([] as unknown as Calls, { _u: FILE })
    ttq._t[account!] = Date.now()
    ttq._o[account!] = {}
    ttq.page()
  },
  script: ({ account }) => `${FILE}?sdkid=${encodeURIComponent(account!)}&lib=ttq`,
})
