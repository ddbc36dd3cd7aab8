/** HTML as a document, by the browser's own parser. */
export const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')
