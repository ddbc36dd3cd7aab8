/** A constructed sheet needs no nonce and no `unsafe-inline`; a policy of `style-src 'self'` lets it be. */
export const adoptStyles = (root: DocumentOrShadowRoot, text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  return sheet
}
