import { createHash } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { AuditOptions } from '../options'
import type { CookieRecord } from '../record'
import { isThirdParty } from './site'
import { cookieKey, parseSetCookie, secondsLeft } from './setCookie'
import { type SetBy, TELL, watchSetters } from './watchSetters'

/** A fresh profile, and what is known of who set what in it. */
export interface Profile {
  readonly context: BrowserContext
  /** A page of its own that nothing has been loaded in. */
  readonly open: () => Promise<Page>
  /** Notes cookies of answers. */
  readonly noteHttp: (setCookies: readonly (readonly [string, string])[]) => void
  readonly cookies: (page: string) => Promise<CookieRecord[]>
  /** Who wrote this key or opened this database. */
  readonly setterOf: (kind: SetBy['kind'], name: string) => string | undefined
  readonly close: () => Promise<void>
}

/** What a profile is asked to be, for a probe. */
export interface ProfileOptions {
  readonly javaScriptEnabled?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
}

/** Browsers say that they are run without a window; visitors' do not. */
const agentOf = async (browser: Browser): Promise<string> => {
  const session = await browser.newBrowserCDPSession()
  const { userAgent } = await session.send('Browser.getVersion')
  await session.detach()
  return userAgent.replace('HeadlessChrome', 'Chrome')
}

/** A look that a screen of an office has. */
const VIEWPORT = { width: 1440, height: 900 }

export const freshProfile = async (browser: Browser, options: AuditOptions, wanted: ProfileOptions = {}): Promise<Profile> => {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'sl-SI',
    timezoneId: 'Europe/Ljubljana',
    userAgent: await agentOf(browser),
    acceptDownloads: false,
    ignoreHTTPSErrors: options.insecure,
    ...wanted,
  })
  context.setDefaultTimeout(options.waits.answer)
  const setters = new Map<string, NonNullable<CookieRecord['setBy']>>()
  const storers = new Map<string, string>()
  const lifetimes = new Map<string, number | undefined>()

  await context.exposeBinding(TELL, (_source, { kind, what, page, stack }: SetBy) => {
    const url = stack[0] ?? page
    if (kind !== 'cookie') storers.set(`${kind}\n${what}`, url)
    const cookie = kind === 'cookie' && parseSetCookie(what, page, options.now())
    // Nothing that is left was set by whoever tried to delete it.
    if (cookie && !cookie.isEnd) setters.set(cookieKey(cookie), { by: 'script', url })
  })
  await context.addInitScript(watchSetters, TELL)

  return {
    context,
    open: () => context.newPage(),
    noteHttp(setCookies) {
      for (const [line, url] of setCookies) {
        const cookie = parseSetCookie(line, url, options.now())
        if (cookie && !cookie.isEnd) setters.set(cookieKey(cookie), { by: 'http', url })
      }
    },
    async cookies(page) {
      const cookies = await context.cookies()
      return cookies.map(({ name, value, domain, path, expires, httpOnly, secure, sameSite }) => {
        const key = cookieKey({ name, domain, path })
        // When it was first seen: what is set anew on each page is not older for it.
        if (!lifetimes.has(key)) lifetimes.set(key, secondsLeft(expires, options.now()))
        const lifetime = lifetimes.get(key)
        const setBy = setters.get(key)
        return {
          name,
          domain,
          path,
          ...(lifetime !== undefined && { lifetime }),
          httpOnly,
          secure,
          sameSite,
          thirdParty: isThirdParty(`https://${domain.replace(/^\./, '')}/`, page),
          size: value.length,
          hash: createHash('sha256').update(value).digest('hex').slice(0, 12),
          ...(setBy && { setBy }),
        }
      })
    },
    setterOf: (kind, name) => storers.get(`${kind}\n${name}`),
    close: () => context.close().catch(() => {}),
  }
}
