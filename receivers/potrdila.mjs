/**
 * Stores the receipts that visitors' browsers send to `receiptEndpoint`: a JSON line each, in a file for each month.
 * Node 20 or newer, nothing else. No IP address, no browser, nothing else about a visitor is stored. Like any public
 * address this one can be sent made-up receipts; only their form can be checked.
 *
 *   node potrdila.mjs --port 8080 --folder /home/klub/potrdila
 *
 * or, in a server of your own, `createReceiver({ folder })`: a function of request and response, to be called before
 * anything has read the request's body. One process for a folder: two would not see each other's receipts in time.
 *
 * Za lastnika strani: program poženite na strežniku, spletni strežnik naj mu posreduje en naslov vaše strani, ta naslov
 * pa zapišite v popis piškotkov kot "receiptEndpoint".
 */
import { appendFileSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** The most bytes in the file of a month, about 20,000 receipts. After that they are put off: browsers try again. */
const LIMIT = 10_000_000

/** The most bytes of a request. */
const LONGEST = 8192

/** One line, without signs that turn its direction around. */
const TEXT = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{202A}-\u{202E}\u{2066}-\u{2069}]{1,300}$/u
const WORD = /^[A-Za-z0-9.+~_-]{1,100}$/
const TIME = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/
const ORIGIN = /^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]{1,253})(:\d{1,5})?$/
const METHOD = /^(accept-all|reject-all|save|embed|withdraw|unknown)$/
const KEY = /^[A-Za-z0-9-]{16,64}$/

/** What is stored; whatever else is sent is left out. The key comes last, so that only a whole line ends with it. */
const FIELDS = {
  id: WORD,
  time: TIME,
  expires: TIME,
  site: TEXT,
  url: ORIGIN,
  controller: TEXT,
  language: WORD,
  revision: WORD,
  policyVersion: TEXT,
  granted: WORD,
  denied: WORD,
  method: METHOD,
  version: WORD,
  key: KEY,
}
const LISTS = ['granted', 'denied']
const OPTIONAL = ['policyVersion']

export const createReceiver =
  ({ folder, limit = LIMIT }) =>
  async (request, response) => {
    const status = await receive(request, folder, limit).catch((error) => {
      // A connection that has broken off is nobody's mistake.
      if (!request.errored) console.error('potrdila.mjs:', error.message)
      return 500
    })
    // What is sent still is not waited for.
    const close = request.complete ? {} : { Connection: 'close' }
    response.writeHead(status, { ...close, ...(status === 405 && { Allow: 'POST' }) }).end()
  }

const receive = async (request, folder, limit) => {
  if (request.method !== 'POST') return 405
  if (!isOwn(request.headers)) return 403
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return 415
  const body = await bodyOf(request)
  if (!body) return 413
  const receipt = parse(body)
  const line = receipt && lineOf(receipt)
  return line ? store(folder, limit, line, receipt.key) : 400
}

/** Pages of other sites send nothing here. Old browsers, and pages on http, tell their origin alone. */
const isOwn = ({ 'sec-fetch-site': from, origin = '', host }) =>
  from === undefined ? origin.replace(/^https?:\/\//, '') === host : from === 'same-origin'

const bodyOf = async (request) => {
  if (Number(request.headers['content-length'] ?? 0) > LONGEST) return undefined
  const parts = []
  let length = 0
  // To its end, of which nothing is kept: an answer would not arrive at somebody who is still sending.
  for await (const part of request) {
    length += part.length
    if (length <= LONGEST) parts.push(part)
  }
  return length <= LONGEST ? Buffer.concat(parts) : undefined
}

/** @returns an object of which no field holds anything deeper than a list */
const parse = (body) => {
  try {
    const receipt = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
    const isDeep = (value) => isObject(value) && Object.values(value).some(isObject)
    return isObject(receipt) && !Array.isArray(receipt) && !Object.values(receipt).some(isDeep) ? receipt : undefined
  } catch {
    return undefined
  }
}

const isObject = (value) => typeof value === 'object' && value !== null

const lineOf = (receipt) => {
  const line = { received: new Date().toISOString().replace(/\.\d+/, '') }
  for (const [name, pattern] of Object.entries(FIELDS)) {
    const value = Object.hasOwn(receipt, name) ? receipt[name] : null
    if (value === null && OPTIONAL.includes(name)) continue
    const items = LISTS.includes(name) ? value : [value]
    if (!Array.isArray(items) || items.length > 500) return undefined
    if (!items.every((item) => typeof item === 'string' && pattern.test(item))) return undefined
    line[name] = value
  }
  return `${JSON.stringify(line)}\n`
}

/** From reading to writing nothing else comes between: that is why none of this waits. */
const store = (folder, limit, line, key) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const end = `"key":"${key}"}\n`
  // A browser tries for thirty days, so what comes again may stand in the file of an earlier month.
  const [file, ...earlier] = [0, 15, 30].map((days) => fileOf(folder, Date.now() - days * 86_400_000))
  const text = read(file)
  if ([text, ...earlier.map(read)].some((one) => one.includes(end))) return 204
  // A line that was broken off by a full disk stays for itself.
  const added = text.length > 0 && text.at(-1) !== 10 ? `\n${line}` : line
  if (text.length + Buffer.byteLength(added) > limit) throw new Error(`${file} is full`)
  appendFileSync(file, added, { mode: 0o600 })
  return 204
}

const fileOf = (folder, time) => join(folder, `potrdila-${new Date(time).toISOString().slice(0, 7)}.jsonl`)

const read = (file) => {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

const HELP = `node potrdila.mjs --folder FOLDER [--port 8080] [--host 127.0.0.1] [--limit ${LIMIT}]

Stores receipts of Privolim in FOLDER. --limit is the most bytes in the file of a month.`

const main = () => {
  const type = 'string'
  const options = { folder: { type }, port: { type }, host: { type }, limit: { type }, help: { type: 'boolean' } }
  const { values } = parseArgs({ options })
  const { folder, port = '8080', host = '127.0.0.1', limit = String(LIMIT) } = values
  if (values.help || !folder) return console.log(HELP)
  const receiver = createReceiver({ folder, limit: Number(limit) })
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => void receiver(request, response))
  return server.listen(Number(port), String(host), () => {
    const address = new URL(`http://${String(host)}`)
    address.port = String(Object(server.address()).port)
    console.log(`${address.href} → ${String(folder)}`)
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main()
