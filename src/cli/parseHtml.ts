import { parseHTML } from 'linkedom'

/** HTML as a document, where there is no browser. */
export const parseHtml = (html: string): Document => parseHTML(html).document
