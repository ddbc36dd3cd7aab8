import type { SeenRequest } from './SeenRequest.js'

/** Browser makers' own services. No page of ours asks for them. */
const BROWSERS_OWN = [
  /(^|\.)(mozilla\.(com|net|org)|firefox\.com|gvt1\.com|getpocket\.com)$/,
  /^(update|safebrowsing|optimizationguide-pa|content-autofill|edgedl\.me|chromewebstore)\.googleapis\.com$/,
  /^(clients\d*|android\.clients|accounts|redirector)\.google\.com$/,
]

/** The same on a host that pages do ask for: maps and reCAPTCHA live beside it. */
const BROWSERS_OWN_PATHS = [/^www\.google\.com\/(async|complete\/search|searchdomaincheck)\b/]

/**
 * Whether a request is the browser's own business. Only a short list can tell, and it errs on the side of the record:
 * what a page says it asked for is never noise, and neither is any tag, advertisement or font of a browser maker.
 */
export const isNoise = ({ host, path, headers }: SeenRequest): boolean => {
  if (['same-origin', 'same-site', 'cross-site'].includes(String(headers['sec-fetch-site']))) return false
  return BROWSERS_OWN.some((own) => own.test(host)) || BROWSERS_OWN_PATHS.some((own) => own.test(host + path))
}
