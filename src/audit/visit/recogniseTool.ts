import type { Page } from 'playwright-core'
import type { Waits } from '../options'
import type { ToolSeen } from '../record'
import { letRobot } from './autoconsent'
import { findQuestion } from './press'
import { within } from './within'

/** Runs in a page: what Privolim says that the site declares; a list of one, since it may say nothing. */
const readInventory = async (): Promise<[unknown] | undefined> => {
  const own = (window as { privolim?: { ready?: Promise<void>; inventory?: unknown; granted?: unknown } }).privolim
  if (typeof own?.granted !== 'function') return undefined
  await Promise.race([Promise.resolve(own.ready).catch(() => {}), new Promise((done) => setTimeout(done, 2000))])
  return [JSON.parse(JSON.stringify(own.inventory ?? null)) as unknown]
}

/** Which consent tool a page has. */
export const recogniseTool = async (page: Page, { ask, rule }: Waits): Promise<ToolSeen> => {
  const own = await within(ask, page.evaluate(readInventory), undefined)
  if (own) return { kind: 'privolim', ...(own[0] !== null && { inventory: own[0] }) }
  const { name } = await letRobot(page, null, rule)
  if (name) return { kind: 'other', name }
  return { kind: (await findQuestion(page)) ? 'other' : 'none' }
}
