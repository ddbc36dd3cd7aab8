import { Refusal } from './Refusal.mjs'

/** `## [Unreleased]`, or with the version that it is going to have: `## [0.1.0] – Unreleased`. */
const OPEN = /^## \[(?:Unreleased\]|(?<version>[^\]]+)\] [–-] Unreleased)[ \t]*$/im
const SECTION = /^## /m
const ENTRY = /^[-*] \S/m

/**
 * Gives what is unreleased its version and date, and opens the next section above it.
 * @param changelog as Keep a Changelog has it
 * @param date as 2026-11-27
 * @returns `text`, and in `notes` what is said of this version
 */
export const closeUnreleased = (changelog, version, date) => {
  const open = OPEN.exec(changelog)
  if (!open) throw new Refusal('CHANGELOG.md has no section »## [Unreleased]«: write there what has changed.')
  const promised = open.groups.version
  if (promised !== undefined && promised !== version)
    throw new Refusal(`CHANGELOG.md calls what is unreleased ${promised}, and this would be ${version}: change one of the two.`)
  if (changelog.includes(`## [${version}]`) && promised === undefined)
    throw new Refusal(`CHANGELOG.md has a section for ${version} already.`)
  const rest = changelog.slice(open.index + open[0].length)
  const end = rest.search(SECTION)
  const notes = (end < 0 ? rest : rest.slice(0, end)).trim()
  if (!ENTRY.test(notes)) throw new Refusal('CHANGELOG.md has no entry under what is unreleased: write there what has changed.')
  const headings = `## [Unreleased]\n\n## [${version}] – ${date}`
  return { text: `${changelog.slice(0, open.index)}${headings}${rest}`, notes }
}
