import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDemoHandler } from '../../demo/handler.mjs'
import { type Filter, matches } from './matches.js'
import { startForwardProxy } from './forwardProxy.js'
import { isNoise } from './isNoise.js'
import type { SeenRequest } from './SeenRequest.js'

export interface Answer {
  readonly status?: number
  /** The content type; HTML unless said. */
  readonly type?: string
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string | string[]>>
  /** Milliseconds to wait before answering. */
  readonly delay?: number
}

/** Answers a request; `next()` is what would have been answered without this handler, and so is returning nothing. */
export type Handler = (
  request: SeenRequest,
  next: () => Promise<Answer>,
) => Answer | string | undefined | Promise<Answer | string | undefined>

/** All that a test's browser takes for the internet. */
export interface World {
  /** What pages asked for since the test began, in order. */
  requests(filter?: Filter): SeenRequest[]
  /** The hosts they asked, each once, in order of first contact. */
  hosts(): string[]
  /** Requests of the browser itself, kept apart. */
  readonly noise: readonly SeenRequest[]
  /** Answers an address (a host, `*.host`, or the beginning of a URL) until the test ends; the latest wins. */
  serve(address: string, answer: Answer | string | Handler): void
  /** Takes requests for an address and never answers them; they are let go when the test ends. */
  hang(address: string): void
}

export interface RunningWorld extends World {
  readonly port: number
  /** Forgets requests and routes and lets go of everything unanswered. */
  reset(): void
  close(): Promise<void>
}

interface Route {
  readonly address: string
  readonly handler: Handler
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const gtag = readFileSync(new URL('gtag.js', import.meta.url))

export const createWorld = async (): Promise<RunningWorld> => {
  const demo = createDemoHandler({ root })
  let seen: SeenRequest[] = []
  let noise: SeenRequest[] = []
  let routes: Route[] = []
  let test = new AbortController()

  const standIns: Handler = async (request) => {
    if (request.host === 'www.googletagmanager.com' && request.path.startsWith('/gtag/js')) {
      return { type: 'text/javascript; charset=utf-8', body: gtag }
    }
    const { host, method, path } = request
    return (await demo({ host, method, path })) ?? { status: 404, type: 'text/plain', body: `Nobody lives at ${host}.` }
  }

  const respond = async (request: SeenRequest, [route, ...rest]: Route[]): Promise<Answer> => {
    const next = () => respond(request, rest)
    const answer = await (route?.handler ?? standIns)(request, next)
    if (typeof answer === 'string') return { body: answer }
    return answer ?? next()
  }

  const receive = async (url: URL, message: IncomingMessage, response: ServerResponse) => {
    const { signal } = test
    const request = describe(url, message)
    if (isNoise(request)) noise.push(request)
    else seen.push(request)
    const letGo = () => response.destroy()
    signal.addEventListener('abort', letGo, { once: true })
    response.once('close', () => signal.removeEventListener('abort', letGo))
    for await (const chunk of message) request.body += String(chunk)
    const answer = await respond(request, routes.filter(({ address }) => matches(request, address)))
    if (answer.delay) await pause(answer.delay, undefined, { signal })
    response.statusCode = answer.status ?? 200
    response.setHeader('Content-Type', answer.type ?? 'text/html; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
    response.end(request.method === 'HEAD' ? undefined : answer.body)
  }

  const proxy = await startForwardProxy((url, message, response) => {
    receive(url, message, response).catch((error: unknown) => {
      if (response.destroyed) return
      console.error(`The stand-in world failed at ${url.href}:`, error)
      response.destroy()
    })
  })

  const serve: World['serve'] = (address, answer) => {
    routes = [{ address, handler: typeof answer === 'function' ? answer : () => answer }, ...routes]
  }

  return {
    port: proxy.port,
    requests: (filter) => (filter === undefined ? [...seen] : seen.filter((request) => matches(request, filter))),
    hosts: () => [...new Set(seen.map(({ host }) => host))],
    get noise() {
      return noise
    },
    serve,
    hang: (address) => serve(address, () => new Promise(() => undefined)),
    reset: () => {
      test.abort()
      test = new AbortController()
      seen = []
      noise = []
      routes = []
    },
    close: () => proxy.close(),
  }
}

const describe = (url: URL, { method = 'GET', headers }: IncomingMessage): SeenRequest => ({
  method,
  url: url.href,
  host: url.hostname,
  path: url.pathname + url.search,
  headers,
  resourceType: headers['sec-fetch-dest'],
  body: '',
  time: Date.now(),
})
