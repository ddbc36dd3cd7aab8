import type { KnownService } from '../../catalogue/known/types'
import { GOOGLE_ID, serviceOfGoogleId } from './googleId'
import { knownService } from './knownService'
import { recogniseAddress } from './recogniseAddress'

/** A service that a piece of code loads or calls. */
export interface RecognisedSnippet {
  readonly service: KnownService
  /** The vendor's id for the site, where the code says it. */
  readonly account?: string
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
  ['tiktok', /\bttq\.(?:page|track|identify|grantConsent|holdConsent)\(|class=['"][^'"]{0,200}\btiktok-embed\b/],
  ['linkedin', /_linkedin_partner_id\s*=\s*['"]?(\d{3,12})/],
  ['linkedin', /\blintrk\(\s*['"]track/],
  ['x', /\btwq\(\s*['"](?:init|config)['"]\s*,\s*['"](\w{4,20})/],
  ['x', /\btwq\(\s*['"]|class=['"][^'"]{0,200}\btwitter-(?:tweet|timeline|share-button|follow-button)\b/],
  ['pinterest', /\bpintrk\(\s*['"]load['"]\s*,\s*['"](\d{5,20})/],
  ['pinterest', /\bpintrk\(\s*['"]/],
  ['uet', /\buetq\b[^<]{0,400}?\bti\s*:\s*['"]?(\d{4,12})/],
  ['uet', /\bti\s*:\s*['"]?(\d{4,12})['"]?[^<]{0,300}?\bUET\(/],
  ['uet', /\buetq\.push\(/],
  ['klaviyo', /\b(?:_learnq|klaviyo)\.push\(/],
  ['tawk', /embed\.tawk\.to\/([0-9a-f]{20,30}(?:\/\w{1,20})?)/],
  ['tawk', /\bTawk_API\b/],
  ['smartsupp', /_smartsupp\.key\s*=\s*['"](\w{10,60})/],
  ['disqus', /\bdisqus_shortname\s*=\s*['"]([\w-]{1,60})/],
  ['disqus', /\/\/([\w-]{1,60})\.disqus\.com\/(?:embed|count)\.js/],
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

/** Addresses in attributes, in strings, in `url(…)`; with or without the scheme. */
const ADDRESS = /(?:https?:)?\/\/[\w*-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:\/[^\s'"<>)\\]{0,500})?/g

/** Files of Matomo, WordPress and others lie on the site's own server, so their addresses may be relative. */
const RELATIVE = /(?:src|href)=["']?((?:\.{0,2}\/)?[\w./-]{1,300})/g

/**
 * The services that a piece of code loads or calls: a vendor's snippet, a `<script>`, an `<iframe>`, a whole `<head>`.
 * Each is named once, in the order of the catalogue's calls, then of the addresses. Never throws.
 * @param code HTML or JavaScript
 */
export const recogniseSnippet = (code: string): RecognisedSnippet[] => {
  const found = new Map<string, RecognisedSnippet>()
  const add = (service: KnownService | undefined, account = '') => {
    if (!service) return
    const before = found.get(service.id)
    if (!before || (!before.account && account)) found.set(service.id, { service, ...(account && { account }) })
  }
  for (const { 0: id } of code.matchAll(RegExp(GOOGLE_ID, 'g'))) add(serviceOfGoogleId(id), id)
  for (const [id, call] of CALLS) {
    const match = call.exec(code)
    if (match) add(knownService(id), match.slice(1).find(Boolean))
  }
  for (const { 0: address } of code.matchAll(ADDRESS)) add(recogniseAddress(address.replaceAll('&amp;', '&')))
  for (const { 1: path } of code.matchAll(RELATIVE)) add(recogniseAddress(`https://localhost/${path!.replace(/^[./]+/, '')}`))
  return [...found.values()]
}
