import { partOf } from '../core/inventory/completeUses'
import type { Loader } from '../core/parts'

/** The parts by name, for bundlers: each becomes a chunk of the application's own. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  check: () => import('../check/index'),
  changes: () => import('../changes/index'),
  ui: () => import('../ui/index'),
  errors: () => import('../errors/index'),
  followup: () => import('../followup/index'),
  mistakes: () => import('../mistakes/index'),
  watch: () => import('../watch/index'),
  unasked: () => import('../unasked/index'),
  declaration: () => import('../declaration/index'),
  dialects: () => import('../dialects/index'),
  elements: () => import('../elements/index'),
  placeholder: () => import('../placeholder/index'),
  reopen: () => import('../reopen/index'),
  receipts: () => import('../receipt/index'),
  it: () => import('../texts/it'),
  hu: () => import('../texts/hu'),
  en: () => import('../texts/en'),
  de: () => import('../texts/de'),
  hr: () => import('../texts/hr'),
  [partOf('google-analytics')]: () => import('../catalogue/googleAnalytics'),
  [partOf('google-ads')]: () => import('../catalogue/googleAds'),
  [partOf('google-tag-manager')]: () => import('../catalogue/googleTagManager'),
  [partOf('microsoft-uet')]: () => import('../catalogue/microsoftUet'),
  [partOf('microsoft-clarity')]: () => import('../catalogue/microsoftClarity'),
  [partOf('meta-pixel')]: () => import('../catalogue/metaPixel'),
  [partOf('matomo')]: () => import('../catalogue/matomo'),
  [partOf('tiktok')]: () => import('../catalogue/tiktok'),
  [partOf('linkedin')]: () => import('../catalogue/linkedin'),
  [partOf('hotjar')]: () => import('../catalogue/hotjar'),
  [partOf('youtube')]: () => import('../catalogue/youtube'),
  [partOf('vimeo')]: () => import('../catalogue/vimeo'),
  [partOf('google-maps')]: () => import('../catalogue/googleMaps'),
  [partOf('facebook')]: () => import('../catalogue/facebook'),
  [partOf('issuu')]: () => import('../catalogue/issuu'),
  [partOf('wp-consent-api')]: () => import('../catalogue/wpConsentApi'),
  [partOf('datalayer-event')]: () => import('../catalogue/dataLayerEvent'),
}

export const loadPart = ((name: string) =>
  parts[name]?.() ?? Promise.reject(new Error(`no such part: ${name}`))) as Loader
