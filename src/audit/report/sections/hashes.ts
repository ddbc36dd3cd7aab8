import type { Tree } from '../../../tools/declaration/tree'
import { paragraph, section, table } from '../blocks'
import type { Report } from '../report'

/** By these the files beside the report can be proven to be those that it was made with. */
export const hashes = (report: Report): Tree => {
  const { say } = report.speech
  return section(
    'hashes',
    say({ sl: 'Zgoščene vrednosti', en: 'Hashes' }),
    paragraph(
      say({
        sl: 'Po teh vrednostih (SHA-256) se preveri, da se datoteke od presoje niso spremenile. Vrednost te strani je v datoteki hashes.txt; vse hkrati preveri ukaz',
        en: 'By these values (SHA-256) it can be checked that the files have not changed since the audit. That of this page is in hashes.txt; all are checked at once by',
      }),
      ' ',
      ['code', {}, 'sha256sum -c hashes.txt'],
      '.',
    ),
    table(
      say({ sl: 'Datoteke in njihove vrednosti SHA-256', en: 'Files and their SHA-256' }),
      [say({ sl: 'Datoteka', en: 'File' }), 'SHA-256'],
      report.hashes.map(({ name, hash }) => [name, ['code', {}, hash] as Tree]),
      'hashes',
    ),
  )
}
