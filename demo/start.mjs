import { readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { command } from '../e2e/machine/command.mjs'
import { ensureInstalled } from '../e2e/machine/installed.mjs'
import { createDemoHandler, SITE_KEYS } from './handler.mjs'

const HELP = `npm start [-- options]

Serves the configurator and the demo sites on this machine, after a build where dist/ is older than its sources.

  --no-build   serve dist/ as it is
  --help       this text

PORT=… chooses the port; without it 4173, or a free one where that is taken.`

const root = fileURLToPath(new URL('..', import.meta.url))

const main = async () => {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, 'help': { type: 'boolean' } } })
  if (values.help) return console.log(HELP)
  if (!values['no-build']) {
    await ensureInstalled(root)
    if (isStale() && (await command('npm', ['run', 'build'], { cwd: root })) !== 0) {
      throw new Error('The build failed. `npm start -- --no-build` serves dist/ as it is.')
    }
  }
  const port = await listen()
  console.log(`\n  http://localhost:${port}/`)
  console.log(`  http://localhost:${port}/predstavitev/\n`)
  for (const key of SITE_KEYS) console.log(`  http://${key}.localhost:${port}/`)
  console.log('\nCtrl-C ends it.')
}

const isStale = () => {
  // The last that a build makes: one that broke off is not taken for a whole one.
  const built = newest(join(root, 'dist', 'types'))
  const sources = ['src', 'demo', 'vite.config.ts', 'package.json', 'tsconfig.json', 'tsconfig.types.json']
  return built === 0 || sources.some((name) => newest(join(root, name)) > built)
}

const newest = (path) => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const listen = async () => {
  const wanted = process.env.PORT
  if (wanted) return listenOn(Number(wanted))
  return listenOn(4173).catch((error) => {
    if (error.code === 'EADDRINUSE') return listenOn(0)
    throw error
  })
}

const listenOn = async (wanted) => {
  const { port } = await bind('127.0.0.1', wanted)
  // Browsers try ::1 first for names under localhost; a machine without IPv6 does well without.
  await bind('::1', port).catch(() => undefined)
  return port
}

const bind = (address, port) =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => void serve(request, response))
    server.once('error', reject)
    server.listen(port, address, () => {
      for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
          server.close()
          server.closeAllConnections()
        })
      }
      resolve(server.address())
    })
  })

const demo = createDemoHandler({ root })

const serve = async (request, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const answer = (await demo({ method: request.method, host, path: request.url })) ?? {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: `${host} is none of the demo sites.\n`,
  }
  response.writeHead(answer.status, answer.headers)
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

main().catch((error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${process.env.PORT} is taken.` : error.message)
  process.exit(1)
})
