import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FoundWebKit } from '../machine/webkit.mjs'
import { openWindow, type WebDriver } from './webDriver.js'

export interface RunningWebKit {
  /** @param port of the proxy that is all the internet there is */
  open(port: number): Promise<WebDriver>
  close(): void
}

/** A screen that nobody sees; it says its own number. */
const startScreen = async (path: string): Promise<[ChildProcess, string]> => {
  const screen = spawn(path, ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer]
  return [screen, `:${String(number).trim()}`]
}

/** A port that was free a moment ago: the driver does not say which one it took. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const whenAwake = async (address: string) => {
  for (let left = 300; left; left--) {
    if (await fetch(`${address}/status`).then(({ ok }) => ok, () => false)) return
    await pause(100)
  }
  throw new Error('WebKitWebDriver does not answer.')
}

/** Starts the driver of WebKitGTK, on a screen of its own. */
export const startWebKit = async ({ driver, screen, browser }: FoundWebKit): Promise<RunningWebKit> => {
  const [shown, display] = await startScreen(screen)
  const port = await freePort()
  // Where there is no user but root, its sandbox cannot be made; what it loads is ours alone.
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }
  const driving = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  await whenAwake(address)
  return {
    // Named to the browser: what is named to the driver it speaks TLS to, where pages are asked for over https.
    open: (proxyPort) =>
      openWindow(address, {
        acceptInsecureCerts: true,
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation', `--proxy=http://127.0.0.1:${proxyPort}`] },
      }),
    close: () => {
      for (const process of [driving, shown]) process.kill()
    },
  }
}
