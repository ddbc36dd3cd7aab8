import type { SeenRequest } from './SeenRequest.js'

/** A host (`ksok.si`), a host and all under it (`*.ksok.si`), the beginning of a URL, a pattern for URLs, a test. */
export type Filter = string | RegExp | ((request: SeenRequest) => boolean)

export const matches = (request: SeenRequest, filter: Filter): boolean => {
  if (typeof filter === 'function') return filter(request)
  if (typeof filter !== 'string') return filter.test(request.url)
  if (filter.includes('/')) return request.url.startsWith(filter)
  const { host } = request
  return filter.startsWith('*.') ? host === filter.slice(2) || host.endsWith(filter.slice(1)) : host === filter
}
