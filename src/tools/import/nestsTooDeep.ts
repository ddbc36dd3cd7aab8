/** No page has as many elements within each other; parsers need the square of their number for what is never closed. */
export const nestsTooDeep = (html: string): boolean => {
  let depth = 0
  for (const [, close] of html.matchAll(/<(\/?)(?:table|div|ul|ol|dl|section|article|span|details|blockquote)\b/gi)) {
    depth += close ? -1 : 1
    if (depth > 500) return true
  }
  return false
}
