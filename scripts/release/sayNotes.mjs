import { readFileSync } from 'node:fs'
import { notesOf } from './notesOf.mjs'

// `node scripts/release/sayNotes.mjs 0.1.0`: what a page of a release says.
const [version] = process.argv.slice(2)
const notes = notesOf(readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8'), version)
if (notes === undefined) {
  console.error(`CHANGELOG.md has no section for ${version}.`)
  process.exit(1)
}
console.log(notes)
