import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { pageOf } from './page.mjs'
import { PEERS } from './peers.mjs'
import { SCRIPTS } from './scripts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }

/**
 * A site and two hosts for the scripts, on ports of this machine. Nothing may be kept, so that each visit fetches
 * everything, and `asked` tells how often each script was.
 */
export const startServers = async () => {
  const asked = new Map()

  const answer = async ({ url }) => {
    const script = SCRIPTS.find(({ path }) => path === url)
    if (script) {
      asked.set(script.number, (asked.get(script.number) ?? 0) + 1)
      await sleep(script.delay)
      return `(window.ran ||= []).push([${script.number}, performance.now()])\n`
    }
    const peer = PEERS.find(({ name }) => url === `/${name}.html`)
    if (peer) return pageOf(peer, ({ number }) => `http://127.0.0.1:${ports[1 + (number % 2)]}`)
    // What the peers are made of, and nothing else of the machine.
    if (/^\/(dist|bench\/node_modules)\/[\w./-]+$/.test(url) && !url.includes('..')) return readFile(join(root, url))
    throw new Error(`Nobody has ${url}.`)
  }

  const serve = (request, response) =>
    answer(request).then(
      (body) => {
        const type = TYPES[extname(request.url)] ?? 'application/octet-stream'
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
      },
      () => response.writeHead(404, { 'Cache-Control': 'no-store' }).end(),
    )

  const servers = await Promise.all([listen(serve), listen(serve), listen(serve)])
  const ports = servers.map((server) => server.address().port)

  return {
    addressOf: ({ name }) => `http://127.0.0.1:${ports[0]}/${name}.html`,
    asked,
    close: () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

const listen = (serve) =>
  new Promise((resolve, reject) => {
    const server = createServer(serve)
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
