/** `https:`, `http:`, `mailto:`, `tel:` or relative; never `javascript:` or `data:`. */
export const URL_PATTERN = /^((https?|mailto|tel):|[^:]*$|[^:]*[/?#])/
