import type { Browser } from 'playwright-core'
import { UnusableInput } from '../../errors/UnusableInput'
import type { AuditOptions } from '../options'
import { findBrowser } from './findBrowser'

/** Not everybody who uses the other commands wants a tool that drives browsers, so it is asked for when it is needed. */
const loadPlaywright = async () => {
  try {
    return await import('playwright-core')
  } catch {
    throw new UnusableInput({
      sl: 'Za presojo je potreben še paket playwright-core. Namestite ga: npm install playwright-core',
      en: 'An audit needs the package playwright-core, too. Install it: npm install playwright-core',
    })
  }
}

const ownPath = (chromium: { executablePath: () => string }) => {
  try {
    return chromium.executablePath()
  } catch {
    // It has none for this machine.
    return undefined
  }
}

export const launch = async ({ proxy, browser }: Pick<AuditOptions, 'proxy' | 'browser'>): Promise<Browser> => {
  const { chromium } = await loadPlaywright()
  const executablePath = browser ?? findBrowser(ownPath(chromium))
  try {
    return await chromium.launch({
      executablePath,
      // Ctrl+C ends the audit and not the browser alone: what was seen is written first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // What a page thinks of being driven is no part of how it treats visitors.
      args: ['--disable-blink-features=AutomationControlled', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      ...(proxy && { proxy: { server: proxy } }),
    })
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n')
    throw new UnusableInput({
      sl: `Brskalnika ${executablePath} ni bilo mogoče zagnati: ${line}`,
      en: `The browser ${executablePath} could not be started: ${line}`,
    })
  }
}
