import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

const SITES = {
  pojalabanda: ['pojalabanda.com', 'www.pojalabanda.com', 'pojalabanda.localhost'],
  ksok: ['ksok.si', 'www.ksok.si', 'ksok.localhost'],
  zmos: ['www.zmos.si', 'zmos.si', 'zmos.localhost'],
  kobein: ['kobeinmini.eu', 'www.kobeinmini.eu', 'kobein.localhost'],
  kostra: ['www.kostra.si', 'kostra.si', 'kostra.localhost'],
}

// A second host of one of the sites: what is decided on one name may have to hold on the other.
const TILL = ['blagajna.kobeinmini.eu', 'blagajna.kobein.localhost']

/** The keys of the demo sites: folders under demo/, files under seeds/, names under `.localhost`. */
export const SITE_KEYS = Object.keys(SITES)

/**
 * Answers requests for the configurator, the demo sites and the test pages out of the working tree: `({ method, host, path })` becomes
 * `{ status, headers, body }`, or nothing where the host is none of ours. `npm start` and the tests share it, so that
 * what a person sees is what the tests see.
 */
export const createDemoHandler = ({ root }) => {
  const placeOf = placesUnder(root)

  return async ({ method, host, path }) => {
    const place = placeOf(host.toLowerCase())
    if (!place) return null
    if (method !== 'GET' && method !== 'HEAD') return page(405, 'Ta naslov pozna le branje.', { Allow: 'GET, HEAD' })
    const [, pathname, query] = /^([^?]*)(.*)$/s.exec(path)
    const segments = safeSegments(pathname)
    if (!segments) return page(400, 'Naslov ni veljaven.')
    const file = fileIn(place, segments)
    const isFolder = (await stat(file).catch(() => undefined))?.isDirectory() ?? false
    if (isFolder && !pathname.endsWith('/')) return redirect(`/${segments.map(encodeURIComponent).join('/')}/${query}`)
    if (!isFolder && pathname.endsWith('/')) return notFound()
    return (await contentOf(isFolder ? join(file, 'index.html') : file)) ?? notFound()
  }
}

const placesUnder = (root) => {
  const demo = join(root, 'demo')
  const dist = join(root, 'dist')
  const hosts = new Map()
  for (const [key, names] of Object.entries(SITES)) {
    const inventory = join(root, 'seeds', `${key}.json`)
    const links = { 'privolim': dist, 'shared': join(demo, 'shared'), 'piskotki.json': inventory }
    for (const name of names) hosts.set(name, { folder: join(demo, key), links })
    if (key === 'kobein') for (const name of TILL) hosts.set(name, { folder: join(demo, key, 'blagajna'), links })
  }
  const configurator = { folder: join(dist, 'configurator'), links: { privolim: dist, predstavitev: demo } }
  for (const name of ['localhost', '127.0.0.1']) hosts.set(name, configurator)
  const testPages = { folder: join(root, 'e2e', 'pages'), links: { privolim: dist } }
  return (host) => hosts.get(host) ?? (/(^|\.)test\.example$/.test(host) ? testPages : undefined)
}

// Decoded once and looked at afterwards, so that `%2e%2e%2f` is no way out either. Dot files are nobody's business.
const safeSegments = (pathname) => {
  try {
    const segments = decodeURIComponent(pathname).split('/').filter(Boolean)
    return segments.some((segment) => segment.startsWith('.') || /[\\\0:]/.test(segment)) ? undefined : segments
  } catch {
    return undefined
  }
}

const fileIn = ({ folder, links }, segments) => {
  const [first, ...rest] = segments
  return first !== undefined && Object.hasOwn(links, first) ? join(links[first], ...rest) : join(folder, ...segments)
}

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

const contentOf = async (file) => {
  try {
    return answer(200, TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', await readFile(file))
  } catch {
    return undefined
  }
}

const answer = (status, type, body, headers) => ({
  status,
  headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers },
  body,
})

const redirect = (location) => answer(308, TYPES['.txt'], '', { Location: location })

const notFound = () => page(404, 'Te strani ni.')

const page = (status, sentence, headers) =>
  answer(
    status,
    TYPES['.html'],
    `<!doctype html>
<html lang="sl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${status}</title>
<h1>${sentence}</h1>
<p><a href="/">Na prvo stran</a></p>
</html>
`,
    headers,
  )
