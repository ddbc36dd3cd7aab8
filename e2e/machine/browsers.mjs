import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { command } from './command.mjs'
import { installOnDebian, mayInstallOnDebian } from './debian.mjs'
import { firstOf, namedBy, placesOf } from './programs.mjs'

const minute = 60_000

const places = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    win32: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
  },
  shell: {
    variable: 'CHROMIUM_SHELL_PATH',
    names: ['chromium-headless-shell', 'chrome-headless-shell'],
    darwin: [],
    win32: [],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
}

/** Where a Chromium is: Playwright's own build, else `$CHROMIUM_PATH`, else one of the system, else nothing. */
export const findChromium = () => find('chromium')?.path

/**
 * Where Chromium's headless shell is: the same engine without the browser around it, which takes half the time. Each
 * page of a test has a profile of its own, and the whole browser takes long to make one.
 */
export const findChromiumShell = () => find('shell')?.path

/**
 * Where a Firefox is. Playwright's own build speaks Playwright's protocol; any other is driven over WebDriver BiDi and
 * needs the channel `moz-firefox`.
 */
export const findFirefox = () => {
  const found = find('firefox')
  return found && { path: found.path, channel: found.own ? undefined : 'moz-firefox' }
}

/** Finds a Chromium or gets one; without one the process ends, as no promise of the widget could be tested. */
export const ensureChromium = async (root) => {
  const path = findChromium() ?? (await downloadChromium(root)) ?? (await chromiumOfDebian())
  if (path) return path
  console.error(
    'No Chromium was found and none could be installed. Install Chrome or Chromium, or name one in CHROMIUM_PATH,\n' +
      'or run `npx playwright install chromium`; then start again.',
  )
  return process.exit(1)
}

/** Finds Chromium's headless shell or, on Debian and where it may, installs one. Without one the browser does its part. */
export const ensureChromiumShell = async () => {
  if (!findChromiumShell()) await installOnDebian('chromium-headless-shell')
  return findChromiumShell()
}

/** Finds a Firefox or, on Debian and where it may, installs one. Without one its tests are left out. */
export const ensureFirefox = async () => {
  if (!findFirefox()) await installOnDebian('firefox-esr')
  return findFirefox()
}

export const FIREFOX_MISSING = 'Firefox is not installed: its tests are skipped.'

export const SHELL_MISSING = "Chromium's headless shell is not installed: the browser takes its tests over, and twice the time."

const find = (kind) => {
  const own = playwrightsOwn(kind)
  if (own && existsSync(own)) return { path: own, own: true }
  const path = namedBy(places[kind].variable) ?? firstOf(candidates(places[kind]))
  return path && { path, own: false }
}

const playwrightsOwn = (kind) => {
  try {
    return createRequire(import.meta.url)('@playwright/test')[kind].executablePath()
  } catch {
    return undefined
  }
}

const candidates = ({ names, darwin, win32 }) => {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name])
    return roots.filter(Boolean).flatMap((folder) => win32.map((path) => join(folder, path)))
  }
  return process.platform === 'darwin' ? [...placesOf(names), ...darwin] : placesOf(names)
}

const downloadChromium = async (root) => {
  console.error('No Chromium found: trying the download of Playwright, for two minutes at most …')
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const status = await command(process.execPath, [cli, 'install', 'chromium'], { cwd: root, limit: 2 * minute })
  if (status !== 0) return undefined
  // The build brings no shared libraries, and a bare Debian has few of those it needs.
  if (mayInstallOnDebian()) await command(process.execPath, [cli, 'install-deps', 'chromium'], { cwd: root })
  return findChromium()
}

const chromiumOfDebian = async () => {
  await installOnDebian('chromium')
  return findChromium()
}
