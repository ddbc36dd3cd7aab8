import { toHtml } from '../../tools/declaration/toHtml'
import type { Tree } from '../../tools/declaration/tree'
import type { Both } from '../../tools/both'
import type { Report } from './report'
import { assertions } from './sections/assertions'
import { findings } from './sections/findings'
import { header } from './sections/header'
import { hashes } from './sections/hashes'
import { method } from './sections/method'
import { pictures } from './sections/pictures'
import { requests } from './sections/requests'
import { states } from './sections/states'
import { STYLE } from './style'

const CONTENTS: Both = { sl: 'Kazalo', en: 'Contents' }

/** A section begins with its heading, which its `id` leads to. */
const linkTo = ([, { id = '' }, heading]: Tree): Tree => {
  const words = typeof heading === 'object' && typeof heading[2] === 'string' ? heading[2] : id
  return ['li', {}, ['a', { href: `#${id}` }, words]]
}

/** It runs no script and fetches nothing, and says so to the browser that shows it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** The whole report as one page, which needs no other file. */
export const htmlOf = (report: Report): string => {
  const { language, say, date } = report.speech
  const { record } = report
  const sections = [
    requests(report),
    findings(report),
    ...pictures(report),
    assertions(report),
    states(report),
    method(report),
    hashes(report),
  ]
  const title = say({ sl: `Presoja: ${record.url}, ${date(record.begun)}`, en: `Audit: ${record.url}, ${date(record.begun)}` })
  const page: Tree = [
    'html',
    { lang: language },
    [
      'head',
      {},
      ['meta', { charset: 'utf-8' }],
      ['meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }],
      ['meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }],
      ['meta', { name: 'robots', content: 'noindex' }],
      ['title', {}, title],
      ['style', {}, STYLE],
    ],
    [
      'body',
      {},
      [
        'main',
        {},
        header(report),
        ['nav', { 'aria-label': say(CONTENTS) }, ['ul', {}, ...sections.map(linkTo)]],
        ...sections,
      ],
    ],
  ]
  return `<!doctype html>\n${toHtml(page)}\n`
}
