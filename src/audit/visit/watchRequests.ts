import type { BrowserContext, Request, Response } from 'playwright-core'
import type { RequestRecord } from '../record'
import { imageSize, isPixel } from './imageSize'
import { hostOfUrl, isSameSite, isThirdParty } from './site'
import { within } from './within'

/** Values of cookies say who somebody is, and are nobody's business. */
const SECRET = /^(cookie|set-cookie|authorization|proxy-authorization)$/i

/** `name=value; Path=/` without the value; `a=1; b=2` without both. */
const withoutValues = (name: string, value: string): string =>
  /^cookie$/i.test(name)
    ? value.replaceAll(/=[^;]*/g, '=…')
    : /^set-cookie$/i.test(name)
      ? value.split('\n').map((line) => line.replace(/=[^;]*/, '=…')).join('\n')
      : '…'

type Header = readonly [string, string]

const headersOf = (list: readonly { readonly name: string; readonly value: string }[]): Header[] =>
  list.map(({ name, value }) => [name, SECRET.test(name) ? withoutValues(name, value) : value])

/** Above this, an answer is no pixel. */
const SMALL = 2000

const WAIT = 2000

const pixelOf = async (request: Request, response: Response, bytes: number): Promise<boolean> => {
  const type = request.resourceType()
  if (type === 'ping' || type === 'beacon') return true
  if (type !== 'image') return false
  if (bytes === 0 || response.status() === 204) return true
  if (bytes > SMALL) return false
  const body = await within(WAIT, response.body(), undefined)
  const size = body && imageSize(body)
  return size ? isPixel(size) : false
}

/** One request that was seen to begin, and what came of it. */
interface Seen {
  readonly request: Request
  readonly at: number
  failed?: string
}

export interface RequestWatch {
  /** Whether something is still asked for. */
  readonly pending: () => number
  /** What was asked for since the watch began. */
  readonly records: (page: string, initiators: ReadonlyMap<string, string>) => Promise<RequestRecord[]>
  /** `Set-Cookie` of the answers, each with the address of the answer. */
  readonly setCookies: () => Promise<(readonly [string, string])[]>
  readonly stop: () => void
}

const frameUrl = (request: Request): string => {
  try {
    return request.frame().url()
  } catch {
    // A service worker's, or a page's that is not there yet.
    return ''
  }
}

const isInFrame = (request: Request): boolean => {
  try {
    return request.frame().parentFrame() !== null
  } catch {
    // Of a window that is not there yet.
    return false
  }
}

/** Another site in the place of the page, which was refused to it: nobody was asked for anything there. */
const isRefused = ({ request, failed }: Seen, page: string): boolean =>
  failed !== undefined && request.isNavigationRequest() && !isInFrame(request) && !isSameSite(hostOfUrl(request.url()), hostOfUrl(page))

/** Follows all requests of a profile, whoever asks: pages, frames, workers. */
export const watchRequests = (context: BrowserContext, now: () => number): RequestWatch => {
  const begun = now()
  const seen: Seen[] = []
  const open = new Set<Request>()
  const onRequest = (request: Request) => {
    if (request.url().startsWith('data:') || seen.length >= 5000) return
    seen.push({ request, at: now() - begun })
    open.add(request)
  }
  const onFinished = (request: Request) => void open.delete(request)
  const onFailed = (request: Request) => {
    open.delete(request)
    const one = seen.findLast((each) => each.request === request)
    if (one) one.failed = request.failure()?.errorText ?? 'failed'
  }
  context.on('request', onRequest)
  context.on('requestfinished', onFinished)
  context.on('requestfailed', onFailed)

  const responseOf = (request: Request) => (open.has(request) ? Promise.resolve(null) : within(WAIT, request.response(), null))

  const recordOf = async ({ request, at, failed }: Seen, page: string, initiators: ReadonlyMap<string, string>): Promise<RequestRecord> => {
    const url = request.url()
    const response = await responseOf(request)
    const sizes = response ? await within(WAIT, request.sizes(), undefined) : undefined
    const bytes = sizes?.responseBodySize
    const thirdParty = isThirdParty(url, page)
    const askedBy = initiators.get(url) ?? (request.resourceType() === 'document' ? '' : frameUrl(request))
    return {
      url,
      host: hostOfUrl(url),
      method: request.method(),
      type: request.resourceType(),
      at,
      ...(response && { status: response.status() }),
      ...(failed && { failed }),
      ...(bytes !== undefined && bytes >= 0 && { bytes }),
      ...(askedBy && askedBy !== 'about:blank' && { askedBy }),
      thirdParty,
      pixel: thirdParty && (response ? await pixelOf(request, response, bytes ?? 0) : /^(ping|beacon)$/.test(request.resourceType())),
      requestHeaders: headersOf(await within(WAIT, request.headersArray(), [])),
      responseHeaders: response ? headersOf(await within(WAIT, response.headersArray(), [])) : [],
    }
  }

  return {
    pending: () => open.size,
    records: (page, initiators) => Promise.all(seen.filter((one) => !isRefused(one, page)).map((one) => recordOf(one, page, initiators))),
    async setCookies() {
      const all = await Promise.all(
        seen.map(async ({ request }) => {
          const response = await responseOf(request)
          const headers = response ? await within(WAIT, response.headersArray(), []) : []
          return headers.filter(({ name }) => /^set-cookie$/i.test(name)).flatMap(({ value }) => value.split('\n').map((line) => [line, request.url()] as const))
        }),
      )
      return all.flat()
    },
    stop() {
      context.off('request', onRequest)
      context.off('requestfinished', onFinished)
      context.off('requestfailed', onFailed)
    },
  }
}
