import type { Browser } from 'playwright-core'
import type { AuditOptions } from '../options'
import type { ToolSeen } from '../record'
import { discover, type Found, linksOf, readSiteRobots } from './discover'
import type { Link } from './links'
import { waitForQuestion } from './press'
import { freshProfile } from './profile'
import { recogniseTool } from './recogniseTool'
import { visitPage } from './visitPage'

export interface Scouted extends Found {
  readonly tool: ToolSeen
  /** Whether anybody is asked anything. */
  readonly asks: boolean
}

/** Finds out what there is to visit, and which consent tool there is. Nothing of this is recorded. */
export const scout = async (browser: Browser, options: AuditOptions): Promise<Scouted> => {
  const profile = await freshProfile(browser, options)
  try {
    const robots = await readSiteRobots(profile, options)
    let tool: ToolSeen = { kind: 'none' }
    let asks = false
    let links: Link[] = []
    await visitPage({
      profile,
      url: options.url,
      options,
      async act(page) {
        asks = (await waitForQuestion(page, options.waits.press)) !== undefined
        tool = await recogniseTool(page, options.waits)
        links = await linksOf(page, options.url)
      },
    })
    return { ...(await discover(profile, links, robots, options)), tool, asks: asks || tool.kind === 'other' }
  } finally {
    await profile.close()
  }
}
