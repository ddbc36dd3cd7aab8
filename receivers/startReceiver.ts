import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPhp } from '../e2e/machine/php.mjs'

export interface Sending {
  readonly method?: string
  /** Of these, those that are undefined are not sent. */
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
  /** Without saying how long the body is. */
  readonly chunked?: boolean
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** A receiver that runs, with a folder of its own. */
export interface Started {
  readonly origin: string
  readonly folder: string
  send(sending: Sending): Promise<Answer>
  /** The file of a month: of this one, or of what it was some days ago. */
  file(daysAgo?: number): string
  /** What is stored, file by file. */
  stored(): Record<string, string>
  /** All stored lines. */
  lines(): string[]
  stop(): Promise<void>
}

export interface StartOptions {
  readonly limit?: number
  /** A folder for receipts, instead of one that has to be made first. */
  readonly folder?: string
}

export type Kind = 'node' | 'php'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Starts one as a site's owner would: Node's from its command line, that of PHP in a web server's folder. */
export const startReceiver = async (kind: Kind, options: StartOptions = {}): Promise<Started> => {
  const place = mkdtempSync(join(tmpdir(), 'potrdila-'))
  const folder = options.folder ?? join(place, 'shranjena', 'potrdila')
  const port = await freePort()
  const commandOf = kind === 'php' ? phpCommand : nodeCommand
  const [program, args, path] = commandOf({ ...options, place, folder, port })
  // A group of its own, since PHP's server has children, so that it can be asked by several at once.
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }
  const child = spawn(program, args, { detached: true, stdio: 'ignore', env })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const origin = `http://127.0.0.1:${port}`
  const send = (sending: Sending) => ask(port, path, sending)
  await untilItAnswers(send)

  const stored = () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  }
  const file = (daysAgo = 0) => {
    const month = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 7)
    return join(folder, `potrdila-${month}.jsonl`)
  }
  const stop = async () => {
    process.kill(-child.pid!, 'SIGKILL')
    await ended
    rmSync(place, { recursive: true })
  }
  const lines = () => Object.values(stored()).flatMap((text) => text.split('\n').filter(Boolean))
  return { origin, folder, send, file, stored, lines, stop }
}

interface CommandOptions extends StartOptions {
  readonly place: string
  readonly folder: string
  readonly port: number
}

type Command = [program: string, args: string[], path: string]

const nodeCommand = ({ folder, port, limit }: CommandOptions): Command => {
  const more = limit === undefined ? [] : ['--limit', String(limit)]
  return [process.execPath, [here('potrdila.mjs'), '--folder', folder, '--port', String(port), ...more], '/']
}

/** Its settings are at its top, so it is copied with others. */
const phpCommand = ({ place, folder, port, limit }: CommandOptions): Command => {
  const source = readFileSync(here('potrdila.php'), 'utf8')
  const set = (text: string, name: string, value: string) =>
    text.replace(RegExp(`const ${name} = .*;`), () => `const ${name} = ${value};`)
  const withFolder = set(source, 'FOLDER', `'${folder}'`)
  const web = join(place, 'splet')
  mkdirSync(web)
  writeFileSync(join(web, 'potrdila.php'), limit === undefined ? withFolder : set(withFolder, 'LIMIT', String(limit)))
  // With what some hosts have switched on: whatever PHP complained of would be in the answer.
  const settings = ['-d', 'display_errors=1', '-d', 'error_reporting=-1', '-d', 'html_errors=0']
  return [findPhp()!, [...settings, '-S', `127.0.0.1:${port}`, '-t', web], '/potrdila.php']
}

const untilItAnswers = async (send: (sending: Sending) => Promise<Answer>) => {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      return await send({ method: 'GET' })
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('The receiver does not answer.')
}

/** By hand, since `fetch` sets the headers that are to be tried. */
const ask = (port: number, path: string, { method = 'POST', headers = {}, body, chunked }: Sending) =>
  new Promise<Answer>((resolve, reject) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
    const length = body === undefined || chunked ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const options = { host: '127.0.0.1', port, path, method, agent: false, headers: { ...length, ...given } }
    const asking = httpRequest(options)
    asking.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts).toString() }),
      )
    })
    asking.on('error', reject)
    if (body !== undefined) asking.write(body)
    asking.end()
  })
