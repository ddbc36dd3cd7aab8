const STYLE =
  'body{max-width:42rem;margin:3rem auto;padding:0 1.5rem;font:1rem/1.5 Georgia,serif;color:#111;background:#fff}' +
  'dt{margin-top:.75rem;font-size:.875rem;color:#555}dd{margin:0;overflow-wrap:anywhere}' +
  '@media print{body{margin:0}}'

/**
 * A page that stands alone, to be kept or printed.
 * @param list the receipt's lines, already an element: its own serialising escapes whatever stands in it
 */
export const printable = (title: string, language: string, list: HTMLElement): string => {
  const made = document.implementation.createHTMLDocument(title)
  made.documentElement.lang = language
  const meta = made.createElement('meta')
  meta.setAttribute('charset', 'utf-8')
  const style = made.createElement('style')
  style.textContent = STYLE
  made.head.prepend(meta)
  made.head.append(style)
  const head = made.createElement('h1')
  head.textContent = title
  made.body.append(head, made.importNode(list, true))
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`
}
