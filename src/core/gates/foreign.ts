/**
 * What may carry the mark of another tool and has none of ours yet. It is short rather than exact: whatever it finds
 * beyond that is left as it is. The inert type stands for the scripts of all six tools; the rest are frames, images and
 * style sheets of Klaro, Cookiebot, CookieYes, Complianz and OneTrust, in this order.
 */
export const FOREIGN =
  ':is([type="text/plain"],[type=opt-in],link[data-name],[data-name][data-src],[data-cookieconsent],[data-cookieyes],[data-src-cmplz],[class*=optanon-c]):not([data-privolim])'
