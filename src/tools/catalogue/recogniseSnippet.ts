import type { KnownService } from '../../catalogue/known/types'
import { GOOGLE_ID, serviceOfGoogleId } from './googleId'
import { knownService } from './knownService'
import { recogniseAddress } from './recogniseAddress'

/** A service that a piece of code loads or calls. */
export interface RecognisedSnippet {
  readonly service: KnownService
  /** The vendor's id for the site, where the code says it. */
  readonly account?: string
  /** Where the service runs, if on a server of the site's own choice and the code says it. */
  readonly host?: string
}

/** A vendor's call, by the id of its service; what is in the brackets of the expression is the account. */
const CALLS: readonly (readonly [id: string, call: RegExp])[] = [
  ['ua', /\bga\(\s*['"]create['"]\s*,\s*['"](UA-\d{4,}-\d+)/],
  ['ga-classic', /_gaq\.push\(\s*\[\s*['"]_setAccount['"]\s*,\s*['"](UA-\d{4,}-\d+)/],
  ['ga-classic', /_gat\._getTracker\(\s*['"](UA-\d{4,}-\d+)/],
  ['ga-classic', /\b_gaq\.push\(|\b_gat\._/],
  ['meta-pixel', /\bfbq\(\s*['"]init['"]\s*,\s*['"]?(\d{5,20})/],
  ['meta-pixel', /\bfbq\(\s*['"](?:init|track|trackCustom)['"]/],
  ['facebook-social', /\bFB\.init\(\s*\{[^}]{0,300}?\bappId\s*:\s*['"]?(\d{5,20})/],
  ['facebook-social', /\bFB\.init\(|class=['"][^'"]{0,200}\bfb-(?:page|like|post|video|comments|share-button)\b/],
  ['matomo', /_paq\.push\(\s*\[\s*['"]setSiteId['"]\s*,\s*['"]?(\d{1,9})/],
  ['matomo', /\bPiwik\.getTracker\([^)]{0,200}?,\s*['"]?(\d{1,9})|\b_paq\.push\(/],
  ['hotjar', /\bhjid\s*:\s*(\d{3,12})/],
  ['hotjar', /\bhj\(\s*['"](?:event|identify|trigger|vpv|stateChange)['"]/],
  ['clarity', /\(\s*window\s*,\s*document\s*,\s*['"]clarity['"]\s*,\s*['"]script['"]\s*,\s*['"](\w{5,20})['"]/],
  ['clarity', /\bclarity\(\s*['"](?:set|consent|consentv2|identify|event|start)['"]/],
  ['tiktok', /\bttq\.load\(\s*['"](\w{8,40})/],
  ['tiktok', /\bttq\.(?:page|track|identify|grantConsent|holdConsent)\(/],
  ['tiktok-embed', /class=['"][^'"]{0,200}\btiktok-embed\b/],
  ['linkedin', /_linkedin_partner_id\s*=\s*['"]?(\d{3,12})/],
  ['linkedin', /\blintrk\(\s*['"]track/],
  ['x', /\btwq\(\s*['"](?:init|config)['"]\s*,\s*['"](\w{4,20})/],
  ['x', /\btwq\(\s*['"]/],
  ['x-embed', /class=['"][^'"]{0,200}\btwitter-(?:tweet|timeline|share-button|follow-button)\b/],
  ['snapchat', /\bsnaptr\(\s*['"]init['"]\s*,\s*['"]([\w-]{8,60})/],
  ['snapchat', /\bsnaptr\(\s*['"]/],
  ['yandex-metrica', /\bym\(\s*(\d{4,12})\s*,\s*['"]/],
  ['yandex-metrica', /\bnew\s+Ya\.Metrika2?\(\s*\{\s*id\s*:\s*['"]?(\d{4,12})/],
  ['pinterest', /\bpintrk\(\s*['"]load['"]\s*,\s*['"](\d{5,20})/],
  ['pinterest', /\bpintrk\(\s*['"]/],
  ['uet', /\buetq\b[^<]{0,400}?\bti\s*:\s*['"]?(\d{4,12})/],
  ['uet', /\bti\s*:\s*['"]?(\d{4,12})['"]?[^<]{0,300}?\bUET\(/],
  ['uet', /\buetq\.push\(/],
  ['klaviyo', /\b(?:_learnq|klaviyo)\.push\(/],
  ['tawk', /embed\.tawk\.to\/([0-9a-f]{20,30}(?:\/\w{1,20})?)/],
  ['tawk', /\bTawk_API\b/],
  ['crisp', /\bCRISP_WEBSITE_ID\s*=\s*['"]([\w-]{10,60})/],
  ['crisp', /\$crisp\.push\(/],
  ['intercom', /\bapp_id['"]?\s*:\s*['"](\w{4,20})['"][^<]{0,300}?\bIntercom\b|widget\.intercom\.io\/widget\/(\w{4,20})/],
  ['intercom', /\bintercomSettings\b[^<]{0,500}?\bapp_id['"]?\s*:\s*['"](\w{4,20})/],
  ['intercom', /\bIntercom\(\s*['"](?:boot|update|show)['"]/],
  ['smartsupp', /_smartsupp\.key\s*=\s*['"](\w{10,60})/],
  ['disqus', /\bdisqus_shortname\s*=\s*['"]([\w-]{1,60})/],
  ['disqus', /\/\/([\w-]{1,60})\.disqus\.com\/(?:embed|count)\.js/],
  ['adobe-fonts', /use\.typekit\.net\/(\w{5,12})\.(?:js|css)/],
  ['adobe-fonts', /\bTypekit\.load\(/],
  ['disqus', /id=['"]disqus_thread['"]/],
  ['hubspot', /js(?:-eu1)?\.hs-scripts\.com\/(\d{4,12})\.js/],
  ['hubspot', /\bhbspt\.forms\.create\(\s*\{[^}]{0,300}?portalId['"]?\s*:\s*['"]?(\d{4,12})/],
  ['hubspot', /\b_hsq\.push\(|\bhbspt\.forms\.create\(/],
  ['mailchimp', /chimpstatic\.com\/mcjs-connected\/js\/users\/([0-9a-f]{10,40})/],
  ['mailerlite', /\bml\(\s*['"]account['"]\s*,\s*['"](\d{3,12})/],
  ['brevo', /\bsendinblue\.(?:client_key|track)\b|\bBrevo\.push\(/],
  ['recaptcha', /\bgrecaptcha\.(?:execute|render|ready)\(|class=['"][^'"]{0,200}\bg-recaptcha\b/],
  ['hcaptcha', /\bhcaptcha\.(?:execute|render)\(|class=['"][^'"]{0,200}\bh-captcha\b/],
  ['turnstile', /\bturnstile\.(?:execute|render|ready)\(|class=['"][^'"]{0,200}\bcf-turnstile\b/],
  ['stripe', /\bStripe\(\s*['"](pk_(?:live|test)_\w{5,120})/],
  ['youtube', /\bnew\s+YT\.Player\(/],
  ['vimeo', /\bnew\s+Vimeo\.Player\(/],
  ['google-maps', /\bnew\s+google\.maps\.Map\(/],
  ['google-signin', /\bgoogle\.accounts\.id\.initialize\(/],
  ['adsense', /\badsbygoogle\b[^>]{0,300}?(ca-pub-\d{8,20})|client=(ca-pub-\d{8,20})/],
  ['adsense', /\badsbygoogle\b|\bgoogletag\.(?:cmd|defineSlot)\b/],
  ['instagram-embed', /class=['"][^'"]{0,200}\binstagram-media\b/],
  ['calendly', /\bCalendly\.init\w{1,30}\(|class=['"][^'"]{0,200}\bcalendly-inline-widget\b/],
  ['typeform', /\bdata-tf-(?:widget|live|popup|slider)\b/],
]

/** Addresses as code holds them, in quotes or brackets; what stands in prose is a link to read, not something loaded. */
const ADDRESS = /(?<=['"`(=])(?:https?:)?\/\/[\w*-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:\/[^\s'"`<>)\\]{0,500})?/g

/** Files of Matomo, WordPress and others lie on the site's own server, so their addresses may be relative. */
const RELATIVE = /(?:src|href)=["']?((?:\.{0,2}\/)?[\w./-]{1,300})/g

/** A link loads nothing before somebody follows it. */
const LINK = /<a\s[^<>]{0,2000}>/gi

/** Where Matomo's own snippet says that its files lie. */
const MATOMO = /(?:\bu\s?=|['"]setTrackerUrl['"],)[^;\n]{0,120}?\/\/([\w-]{1,60}\.[\w.-]{2,200})/

/**
 * The services that a piece of code loads or calls: a vendor's snippet, a `<script>`, an `<iframe>`, a whole `<head>`,
 * or an address alone. Each is named once, first those that are called, then those that are loaded. Never throws.
 * @param code HTML or JavaScript
 */
export const recogniseSnippet = (code: string): RecognisedSnippet[] => {
  const found = new Map<string, RecognisedSnippet>()
  const accounts = new Set<string>()
  const add = (service: KnownService | undefined, account = '') => {
    if (!service) return
    const before = found.get(service.id)
    if (before && (before.account || !account)) return
    accounts.add(account)
    const host = service.id === 'matomo' ? MATOMO.exec(code)?.[1] : undefined
    found.set(service.id, { service, ...(account && { account }), ...(host && { host }) })
  }

  for (const [id, call] of CALLS) {
    const match = call.exec(code)
    if (match) add(knownService(id), match.slice(1).find(Boolean))
  }
  // An id that a call has named is that service's: `UA-…` of ga.js is not one of analytics.js.
  for (const [id] of code.matchAll(GOOGLE_ID)) if (!accounts.has(id)) add(serviceOfGoogleId(id), id)

  const loaded = code.replaceAll('\\/', '/').replaceAll('&amp;', '&').replace(LINK, '')
  const addresses = [...loaded.matchAll(ADDRESS)].map(([address]) => address)
  for (const [, path = ''] of loaded.matchAll(RELATIVE)) addresses.push(`https://localhost/${path.replace(/^[./]+/, '')}`)
  const alone = code.trim()
  if (!/[\s<]/.test(alone)) addresses.push(alone)
  for (const address of new Set(addresses)) add(recogniseAddress(address))
  return [...found.values()]
}
