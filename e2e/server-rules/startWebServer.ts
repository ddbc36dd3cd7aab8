import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { request as httpRequest } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPhp } from '../machine/php.mjs'
import { findServer, type RealServer } from '../machine/servers.mjs'

export type Kind = RealServer | 'php'

/** Rules as `serverRules` makes them. */
export interface Rules {
  readonly file: string
  readonly text: string
}

export interface Served {
  readonly status: number
  readonly headers: Readonly<Record<string, string[]>>
  readonly body: Buffer
}

export interface WebServer {
  ask(path: string, headers?: Readonly<Record<string, string | string[]>>): Promise<Served>
  stop(): Promise<void>
}

interface Place {
  readonly folder: string
  readonly web: string
  readonly port: number
}

/** A program with its arguments. */
type Command = [program: string, args: string[]]

export const programOf = (kind: Kind): string | undefined => (kind === 'php' ? findPhp() : findServer(kind))

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * Starts a real server with these rules, as an ordinary process on a free port of this machine, with all that it writes
 * in a folder of its own.
 * @param pages by name; the built widget stands beside them in `privolim/`
 */
export const startWebServer = async (
  kind: Kind,
  rules: Rules,
  pages: Readonly<Record<string, string>>,
): Promise<WebServer> => {
  const folder = mkdtempSync(join(tmpdir(), `pravila-${kind}-`))
  const web = join(folder, 'splet')
  // A server that was started by root reads as somebody else.
  chmodSync(folder, 0o755)
  mkdirSync(join(web, 'privolim'), { recursive: true })
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(web, name), text)
  const built = readdirSync(dist).filter((name) => name.startsWith('privolim'))
  for (const name of built) cpSync(join(dist, name), join(web, 'privolim', name))
  const port = await freePort()
  const [program, args] = COMMANDS[kind]({ folder, web, port }, rules)
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder }
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  const state = { hasEnded: false }
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      state.hasEnded = true
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
  const ask: WebServer['ask'] = (path, headers = {}) => askAt(port, path, headers)
  const stop = async () => {
    // The group, since all of them have children.
    if (!state.hasEnded) process.kill(-child.pid!, 'SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let attempt = 0; attempt < 150 && !state.hasEnded; attempt++) {
    try {
      await ask('/')
      return { ask, stop }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const log = join(folder, 'error.log')
  const more = existsSync(log) ? readFileSync(log, 'utf8') : ''
  await stop()
  throw new Error(`${program} does not answer.\n${said}${more}`)
}

/** Where the modules of Apache are: Debian, Fedora, macOS. */
const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/lib/httpd/modules', '/usr/libexec/apache2']

const apache = ({ folder, web, port }: Place, { file, text }: Rules): Command => {
  writeFileSync(join(web, file), text)
  const modules = MODULES.find((path) => existsSync(path)) ?? MODULES[0]!
  const load = ['mpm_event', 'unixd', 'authz_core', 'dir', 'mime', 'setenvif', 'headers'].map(
    (name) => `<IfModule !${name}_module>\nLoadModule ${name}_module "${modules}/mod_${name}.so"\n</IfModule>`,
  )
  const isRoot = process.getuid?.() === 0
  const settings = [
    ...load,
    `ServerRoot "${folder}"`,
    `DefaultRuntimeDir "${folder}"`,
    `PidFile "${folder}/apache.pid"`,
    `ErrorLog "${folder}/error.log"`,
    'ServerName localhost',
    `Listen 127.0.0.1:${port}`,
    ...(isRoot ? ['User #65534', 'Group #65534'] : []),
    'StartServers 1',
    `DocumentRoot "${web}"`,
    'DirectoryIndex index.html',
    'ErrorDocument 404 /ni.html',
    `TypesConfig "${folder}/mime.types"`,
    `<Directory "${web}">`,
    // What hosting providers allow, and not more.
    'AllowOverride FileInfo',
    'Require all granted',
    '</Directory>',
    '',
  ]
  writeFileSync(join(folder, 'mime.types'), 'text/html html\ntext/javascript js\ntext/css css\napplication/json json\n')
  writeFileSync(join(folder, 'apache.conf'), settings.join('\n'))
  return [findServer('apache')!, ['-f', join(folder, 'apache.conf'), '-DFOREGROUND']]
}

/** The lines for `server {}` are those that the file itself tells at its top. */
const nginx = ({ folder, web, port }: Place, { file, text }: Rules): Command => {
  writeFileSync(join(folder, file), text)
  const headers = [...text.matchAll(/^# (add_header .*;)$/gm)].map(([, line]) => line!).join('\n')
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = kinds.map((name) => `${name}_temp_path ${folder}/${name};`)
  const settings = `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${temporary.join('\n  ')}
  types { text/html html; text/javascript js; text/css css; application/json json; }
  include ${folder}/${file};
  server {
    listen 127.0.0.1:${port};
    root ${web};
    error_page 404 /ni.html;
    ${headers}
    location /sprejem/ {
      add_header X-Own yes;
      ${headers}
      alias ${web}/;
    }
  }
}
`
  writeFileSync(join(folder, 'nginx.conf'), settings)
  return [findServer('nginx')!, ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]]
}

const caddy = ({ folder, web, port }: Place, { file, text }: Rules): Command => {
  writeFileSync(join(folder, file), text)
  const settings = `{
	admin off
	auto_https off
}
http://:${port} {
	bind 127.0.0.1
	root * ${web}
	import ${file}
	file_server
}
`
  writeFileSync(join(folder, 'Caddyfile'), settings)
  return [findServer('caddy')!, ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']]
}

/** With what some hosts have switched on: whatever PHP complained of would be in the answer. */
const php = ({ web, port }: Place, { file, text }: Rules): Command => {
  writeFileSync(join(web, file), text)
  // Twice, as on a site where one page includes another.
  const once = `require_once __DIR__ . '/${file}';`
  const page = `<?php ${once} ${once} readfile(__DIR__ . '/index.html');`
  writeFileSync(join(web, 'vse.php'), page)
  const router = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file(__DIR__ . $path)) return false;
if ($path !== '/') http_response_code(404);
require __DIR__ . '/vse.php';`
  writeFileSync(join(web, 'usmerjevalnik.php'), router)
  const settings = ['-d', 'display_errors=1', '-d', 'error_reporting=-1', '-d', 'html_errors=0']
  return [findPhp()!, [...settings, '-S', `127.0.0.1:${port}`, '-t', web, join(web, 'usmerjevalnik.php')]]
}

const COMMANDS: Readonly<Record<Kind, (place: Place, rules: Rules) => Command>> = { apache, nginx, caddy, php }

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** By hand, since `fetch` sends no cookies that it is told, and folds headers that come twice. */
const askAt = (port: number, path: string, headers: Readonly<Record<string, string | string[]>>) =>
  new Promise<Served>((resolve, reject) => {
    const asking = httpRequest({ host: '127.0.0.1', port, path, agent: false, headers })
    asking.setTimeout(10_000, () => asking.destroy(new Error(`No answer to ${path}.`)))
    asking.on('error', reject)
    asking.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const seen: Record<string, string[]> = {}
        for (const [name, values] of Object.entries(response.headersDistinct)) seen[name] = values ?? []
        resolve({ status: response.statusCode!, headers: seen, body: Buffer.concat(parts) })
      })
    })
    asking.end()
  })
