import type { Issue } from '../core/inventory/issues'
import type { KnownPart } from '../core/parts'
import { complete as dataLayerEvent } from './dataLayerEvent'
import { complete as facebook } from './facebook'
import { complete as googleAds } from './googleAds'
import { complete as googleAnalytics } from './googleAnalytics'
import { complete as googleMaps } from './googleMaps'
import { complete as googleTagManager } from './googleTagManager'
import { complete as hotjar } from './hotjar'
import { complete as issuu } from './issuu'
import { complete as linkedin } from './linkedin'
import { complete as matomo } from './matomo'
import { complete as metaPixel } from './metaPixel'
import { complete as microsoftClarity } from './microsoftClarity'
import { complete as microsoftUet } from './microsoftUet'
import { complete as tiktok } from './tiktok'
import { complete as vimeo } from './vimeo'
import { complete as wpConsentApi } from './wpConsentApi'
import { complete as youtube } from './youtube'

const CATALOGUE: ReadonlyMap<string, KnownPart['complete']> = new Map([
  ['google-analytics', googleAnalytics],
  ['google-ads', googleAds],
  ['google-tag-manager', googleTagManager],
  ['microsoft-uet', microsoftUet],
  ['microsoft-clarity', microsoftClarity],
  ['meta-pixel', metaPixel],
  ['matomo', matomo],
  ['tiktok', tiktok],
  ['linkedin', linkedin],
  ['hotjar', hotjar],
  ['youtube', youtube],
  ['vimeo', vimeo],
  ['google-maps', googleMaps],
  ['facebook', facebook],
  ['issuu', issuu],
  ['wp-consent-api', wpConsentApi],
  ['datalayer-event', dataLayerEvent],
])

/**
 * Completes every `{ "use": … }` of an inventory at once, for tools, which have the whole catalogue; a page fetches
 * single entries of it, see `core/inventory/completeUses.ts`.
 * @param json may be anything; it is checked afterwards
 * @returns the completed inventory, and an issue for each name that the catalogue does not know
 */
export const completeFromCatalogue = (json: unknown): { readonly json: unknown; readonly unknown: readonly Issue[] } => {
  const services = (json as { services?: unknown } | null)?.services
  if (!Array.isArray(services)) return { json, unknown: [] }
  const unknown: Issue[] = []
  const completed = services.map((written: { use?: unknown } | null, index) => {
    if (typeof written?.use !== 'string') return written
    const complete = CATALOGUE.get(written.use)
    if (complete) return complete(written)
    unknown.push({ code: 'use-unknown', path: `services[${index}].use`, expected: written.use })
    return written
  })
  return { json: { ...(json as object), services: completed }, unknown }
}
