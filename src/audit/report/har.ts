import type { PageRecord, RequestRecord, SiteRecord, StateName } from '../record'

type Header = readonly [string, string]

/** `a=1; b=2` → `a=; b=`: the names are enough, and a report is passed on. */
const withoutValues = (cookies: string) => cookies.replace(/(^|;\s*)([^=;]+)=[^;]*/g, '$1$2=')

/** Only the first pair is the cookie; the rest says how it is kept. */
const withoutValue = (line: string) =>
  line
    .split('\n')
    .map((one) => one.replace(/^([^=;]*)=[^;]*/, '$1='))
    .join('\n')

const headerOf = ([name, value]: Header) => {
  const lower = name.toLowerCase()
  if (lower === 'cookie') return { name, value: withoutValues(value) }
  return { name, value: lower === 'set-cookie' ? withoutValue(value) : value }
}

const queryOf = (url: string) => {
  try {
    return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
  } catch {
    return []
  }
}

const find = (headers: readonly Header[], name: string) => headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? ''

const isCertain = (time: string) => !Number.isNaN(Date.parse(time))

const after = (begun: string, milliseconds: number) =>
  isCertain(begun) ? new Date(Date.parse(begun) + Math.round(milliseconds)).toISOString() : begun

const entryOf = (request: RequestRecord, pageref: string, { begun }: PageRecord) => ({
  pageref,
  startedDateTime: after(begun, request.at),
  time: 0,
  request: {
    method: request.method,
    url: request.url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: request.requestHeaders.map(headerOf),
    queryString: queryOf(request.url),
    headersSize: -1,
    bodySize: -1,
  },
  response: {
    status: request.status ?? 0,
    statusText: request.failed ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: request.responseHeaders.map(headerOf),
    content: { size: request.bytes ?? 0, mimeType: find(request.responseHeaders, 'content-type') },
    redirectURL: find(request.responseHeaders, 'location'),
    headersSize: -1,
    bodySize: request.bytes ?? -1,
  },
  cache: {},
  timings: { send: 0, wait: 0, receive: 0 },
  _resourceType: request.type,
  _thirdParty: request.thirdParty,
  _pixel: request.pixel,
  ...(request.askedBy && { _initiator: request.askedBy }),
})

const idOf = (state: StateName, page: number) => `${state}-${page + 1}`

/**
 * HAR 1.2: a page for each page and state, in the order in which they were visited. How long a request took was not
 * measured, so times are 0; nobody's cookie is in it but by name.
 */
export const harOf = ({ states, program, browser }: SiteRecord): string => {
  const visits = states.flatMap(({ name, pages }) => pages.map((page, index) => ({ id: idOf(name, index), state: name, page })))
  const log = {
    version: '1.2',
    creator: { name: 'Privolim', version: program },
    browser: { name: browser.name, version: browser.version },
    pages: visits.map(({ id, state, page }) => ({
      startedDateTime: page.begun,
      id,
      title: `${state}: ${page.url}`,
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    })),
    entries: visits.flatMap(({ id, page }) => page.requests.map((request) => entryOf(request, id, page))),
    comment: 'Times are 0 where they were not measured; values of cookies are left out.',
  }
  return `${JSON.stringify({ log }, undefined, 2)}\n`
}
