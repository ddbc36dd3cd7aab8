import type { IncomingHttpHeaders } from 'node:http'

/** A request as it reached the proxy. */
export interface SeenRequest {
  readonly method: string
  /** As the page asked for it, query included. */
  readonly url: string
  /** Without a port. */
  readonly host: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** What the browser wants it for (`script`, `iframe`, `image`, `empty` …), where it says so. */
  readonly resourceType: string | undefined
  /** Complete by the time a handler sees it. */
  body: string
  /** Milliseconds since the epoch. */
  readonly time: number
}
