import { warn } from '../core/report'

/** Where a tool blocked by itself what its mark names, the page relied on the tool: without it this runs unasked. */
export const warnOfLive = (element: HTMLElement, mark: string): void => {
  const isScript = element.localName === 'script'
  if (/^necessary( necessary)*$/.test(mark) || !(isScript || element.hasAttribute('src'))) return
  const tag = (element.cloneNode() as HTMLElement).outerHTML.replace(/<\/\w+>$/, '')
  const remedy = isScript ? 'type="text/plain"' : 'data-src'
  warn(`oznaka drugega orodja ne zadrži ničesar, manjka ${remedy} (marked, but not held): ${tag}`)
}
