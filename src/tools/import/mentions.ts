import type { KnownService } from '../../catalogue/known/types'
import { newsletters } from '../../catalogue/known/newsletters'
import { catalogue } from '../catalogue/catalogue'
import { literal } from '../text/literal'

export interface Mention {
  readonly service: KnownService
  /** As the text has it. */
  readonly written: string
  readonly index: number
}

/** Names as people write them: without a version or what stands in brackets. */
const spokenOf = (name: string) => name.replace(/\s*\(.*\)|\s+\d+$/g, '').trim()

/** Words of every day, or of too much: a text that says »Facebook« may mean the club's page there. */
const TOO_COMMON = /^(WordPress|Joomla|Drupal|PHP|Java|Facebook|Instagram|X|LinkedIn|TikTok|Pinterest|WooCommerce|Discourse|Google|Stripe|PayPal)$/

const SPOKEN: ReadonlyMap<string, KnownService> = (() => {
  const found = new Map<string, KnownService>()
  const living = [...catalogue].sort((one, other) => Number(one.status !== 'active') - Number(other.status !== 'active'))
  for (const service of living) {
    const name = spokenOf(service.name)
    if (name.length > 3 && !TOO_COMMON.test(name) && service.category !== 'necessary' && !found.has(name)) found.set(name, service)
  }
  return found
})()

const NAMES = [...SPOKEN.keys()].sort((one, other) => other.length - one.length)

const MENTION = new RegExp(`(?<![\\p{L}\\d])(?:${NAMES.map((name) => literal(name).replaceAll(' ', '\\s')).join('|')})(?![\\p{L}\\d])`, 'gu')

const NEWSLETTERS: ReadonlySet<string> = new Set(newsletters.map(({ id }) => id))

/** Known services that a text calls by name, in its order. */
export const mentionedIn = (text: string): Mention[] =>
  [...text.matchAll(MENTION)].map(({ 0: written, index }) => ({
    service: SPOKEN.get(written.replace(/\s/g, ' '))!,
    written: written.replace(/\s/g, ' '),
    index,
  }))

/** A text without the names of services: »Google Analytics« says whose, and not what for. */
export const withoutMentions = (text: string): string => text.replace(MENTION, ' ')

/** Who sends a newsletter receives addresses, and leaves nothing on the device of who reads the page. */
export const isRecipient = ({ id }: KnownService): boolean => NEWSLETTERS.has(id)
