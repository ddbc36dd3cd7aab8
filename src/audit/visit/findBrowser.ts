import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { UnusableInput } from '../../errors/UnusableInput'

/** As programs and packages of Linux call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'chromium-headless-shell']

const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const ON_WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

export interface Machine {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

const here: Machine = { platform: process.platform, env: process.env, exists: existsSync }

const candidates = ({ platform, env }: Machine): string[] => {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] || [])
    return ON_WINDOWS.flatMap((parts) => roots.map((root) => join(root, ...parts)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return platform === 'darwin' ? [...ON_MAC, ...onPath] : onPath
}

/**
 * Where a browser is: the one that `CHROMIUM_PATH` names, Playwright's own, else Chrome, Chromium or Edge of the machine.
 * @param own where Playwright's would be
 */
export const findBrowser = (own: string | undefined, machine: Machine = here): string => {
  const named = machine.env.CHROMIUM_PATH
  // A wrong path must not be passed over: it would be another browser than the one asked for.
  if (named && !machine.exists(named))
    throw new UnusableInput({ sl: `CHROMIUM_PATH navaja ${named}, te datoteke pa ni.`, en: `CHROMIUM_PATH names ${named}, and there is no such file.` })
  const found = named || [...(own ? [own] : []), ...candidates(machine)].find(machine.exists)
  if (found) return found
  throw new UnusableInput({
    sl: 'Za presojo je potreben brskalnik, a ga na tem računalniku ni bilo mogoče najti. Namestite Chrome ali Chromium, zaženite\n`npx playwright-core install chromium` ali navedite pot do brskalnika v spremenljivki CHROMIUM_PATH.',
    en: 'An audit needs a browser, and none was found on this machine. Install Chrome or Chromium, run\n`npx playwright-core install chromium`, or name one in the variable CHROMIUM_PATH.',
  })
}
