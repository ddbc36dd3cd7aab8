import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { pageOf } from './page.mjs'
import { delayOf, scriptsOf, servicesWith } from './site.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' }

/** The hosts of the held scripts. By name, as a port that is another in each run would be another number of bytes. */
const HOSTS = ['held-one.example', 'held-two.example']

/**
 * A site, with a page for each of `peers`, and two hosts for the held scripts, on ports of this machine. All that the
 * site sends is compressed with brotli 11 beforehand, and nothing may be kept. `asked()` tells how often it was asked,
 * `takeLog()` what for since the last time, and how many bytes were sent; `browserArguments` let a browser find the hosts.
 */
export const startServers = async (peers) => {
  const slugs = new Map(peers.map((peer) => [slugOf(peer), peer]))
  const sent = new Map()
  let log = []

  /** What stands at an address of the site. */
  const find = async (path) => {
    const [, first, ...rest] = path.split('/')
    if (first === 'packages') {
      const [slug, ...names] = rest
      // What the peers are made of, and nothing else of the machine.
      if (slugs.has(slug) && names.every((name) => /^\w[\w.-]*$/.test(name))) {
        return readFile(join(root, slugs.get(slug).folder, ...names))
      }
    } else if (slugs.has(first)) {
      const [scripts, cookies, name] = rest
      const held = scriptsOf(Number(scripts)).map((one) => ({ ...one, src: `http://${HOSTS[one.host]}${one.path}` }))
      const { files = {}, html } = setUp(slugs.get(first), held, Number(cookies))
      if (name === '' || name in files) return name === '' ? html : files[name]
    }
    throw new Error(`Nobody has ${path}.`)
  }

  const siteAnswers = async (request, response) => {
    const path = request.url.replace(/\?.*/, '')
    if (!sent.has(path)) sent.set(path, compress(await find(path)))
    const body = sent.get(path)
    log.push({ path: request.url, bytes: body.length })
    const type = TYPES[extname(path) || '.html'] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br', 'Cache-Control': 'no-store' }).end(body)
  }

  const scriptAnswers = async (request, response) => {
    const number = Number(/^\/script\/(\d+)\.js$/.exec(request.url)?.[1])
    log.push({ path: request.url, script: number })
    await sleep(delayOf(number))
    const body = `(window.ran ||= []).push([${number}, performance.now()])\n`
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }).end(body)
  }

  const servers = await Promise.all([siteAnswers, scriptAnswers, scriptAnswers].map(listen))
  const ports = servers.map((server) => server.address().port)

  const rules = HOSTS.map((host, index) => `MAP ${host}:80 127.0.0.1:${ports[1 + index]}`)

  return {
    browserArguments: [`--host-resolver-rules=${rules.join(', ')}`],
    addressOf: (peer, { scripts = 20, cookies = 10 } = {}) =>
      `http://127.0.0.1:${ports[0]}/${slugOf(peer)}/${scripts}/${cookies}/`,
    asked: () => log.length,
    takeLog: () => {
      const taken = log
      log = []
      return taken
    },
    close: () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

const slugOf = ({ name }) => name.toLowerCase().replaceAll(' ', '-')

/** A peer's own files beside the page, and the page itself. */
const setUp = (peer, held, cookies) => {
  if (!peer.setUp) return { html: pageOf({}) }
  const services = servicesWith(cookies)
  const categoryOf = (id) => services.find((service) => service.id === id).category
  const scripts = held.map((script) => ({ ...script, category: categoryOf(script.service) }))
  const { files, ...parts } = peer.setUp({ services, scripts, packages: `/packages/${slugOf(peer)}` })
  return { files, html: pageOf({ ...parts, link: peer.link, held: scripts.map((script) => peer.mark(script)) }) }
}

const compress = (content) =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(content),
    },
  })

const listen = (answer) =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      answer(request, response).catch(() => response.writeHead(404, { 'Cache-Control': 'no-store' }).end())
    })
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
