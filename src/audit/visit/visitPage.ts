import type { Page, Response } from 'playwright-core'
import type { AuditOptions } from '../options'
import type { PageRecord, Trouble } from '../record'
import { guardPage, type Guard } from './guard'
import type { Profile } from './profile'
import { settle } from './settle'
import { storedOn } from './storedOn'
import { type RequestWatch, watchRequests } from './watchRequests'
import { within } from './within'

export interface Visit {
  readonly profile: Profile
  readonly url: string
  readonly options: AuditOptions
  /** Takes a picture and gives its name. */
  readonly picture?: (page: Page) => Promise<string | undefined>
  /** Does something before the page is asked for. */
  readonly before?: (page: Page) => Promise<unknown>
  /** Does something with the page when it has become quiet; what that leads to is recorded, too. */
  readonly act?: (page: Page, guard: Guard) => Promise<unknown>
}

/** What browsers say when they do not get a page. */
const KINDS: readonly (readonly [RegExp, Trouble['kind']])[] = [
  [/ERR_CERT|ERR_SSL|SSL_ERROR|SEC_ERROR/, 'certificate'],
  [/ERR_TOO_MANY_REDIRECTS/, 'redirects'],
  [/Timeout \d+ms exceeded|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'timeout'],
  [/Download is starting/, 'download'],
  [/crash/i, 'crash'],
]

const troubleOf = (message: string): Trouble => {
  const detail = message.split('\n')[0]!.replace(/^page\.goto: /, '')
  return { kind: KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'unreachable', detail }
}

const framesOf = (page: Page, ask: number) =>
  Promise.all(
    page
      .frames()
      .slice(1)
      .map(async (frame) => ({ url: frame.url(), title: await within(ask, frame.title(), '') })),
  )

/** Asks for a page; what goes wrong is a trouble of it. */
const goTo = async (page: Page, url: string, { options }: Visit, guard: Guard): Promise<Response | undefined> => {
  try {
    const response = await page.goto(url, { waitUntil: 'commit', timeout: options.waits.answer })
    if (response && response.status() >= 400) guard.add('http', String(response.status()))
    return response ?? undefined
  } catch (error) {
    const { kind, detail } = troubleOf((error as Error).message)
    // What was stopped on purpose has its trouble already.
    if (!(/ERR_ABORTED|ERR_BLOCKED|ERR_FAILED/.test(detail) && guard.troubles.length) && !guard.troubles.some((one) => one.kind === kind)) guard.add(kind, detail)
    return undefined
  }
}

/** A page that was kept from going elsewhere is neither loaded nor anything else any more, which is not its fault. */
const addLate = (guard: Guard, detail: string) => {
  if (!guard.isOver() && !guard.troubles.some(({ kind }) => kind === 'elsewhere' || kind === 'timeout')) guard.add('timeout', detail)
}

const recordOf = async (page: Page, visit: Visit, guard: Guard, watch: RequestWatch, begun: number): Promise<PageRecord> => {
  const { profile, url, options } = visit
  const { ask } = options.waits
  const document = await watch.records(url, guard.initiators)
  profile.noteHttp(await watch.setCookies())
  const { stored, serviceWorkers } = await storedOn(page, profile, ask)
  const finalUrl = page.url()
  const status = document.findLast(({ type, url: one }) => type === 'document' && one === finalUrl.split('#')[0])?.status
  const title = await within(ask, page.title(), undefined)
  if (title === undefined) addLate(guard, 'does not answer any more')
  const picture = guard.isOver() ? undefined : await within(options.waits.load, visit.picture?.(page) ?? Promise.resolve(undefined), undefined)
  return {
    url,
    finalUrl,
    title: title ?? '',
    ...(status !== undefined && { status }),
    begun: new Date(begun).toISOString(),
    requests: document,
    cookies: await profile.cookies(url),
    stored,
    frames: await framesOf(page, ask),
    serviceWorkers,
    troubles: guard.troubles,
    ...(picture && { picture }),
  }
}

/** Visits one page of a profile and records what is seen there. Whatever the page does, this ends. */
export const visitPage = async (visit: Visit): Promise<PageRecord> => {
  const { profile, url, options } = visit
  const begun = options.now()
  const watch = watchRequests(profile.context, options.now)
  const page = await profile.open()
  try {
    const guard = await guardPage(page, { home: options.url, largest: options.largest })
    await visit.before?.(page)
    await goTo(page, url, visit, guard)
    if (!guard.isOver() && page.url() !== 'about:blank') {
      const isLoaded = await settle(page, watch.pending, options.waits)
      if (!isLoaded) addLate(guard, `not loaded after ${options.waits.load} ms`)
      if (visit.act && !guard.isOver()) {
        // A page that closes itself is left to itself.
        await visit.act(page, guard).catch((error: Error) => guard.add('crash', error.message.split('\n')[0]!))
        await settle(page, watch.pending, options.waits)
      }
    }
    return await recordOf(page, visit, guard, watch, begun)
  } finally {
    watch.stop()
    await within(options.waits.ask, page.close(), undefined)
  }
}
