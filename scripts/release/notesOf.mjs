/** What the changelog says of a version that has been made; nothing where it says nothing. */
export const notesOf = (changelog, version) => {
  const [, section] = changelog.split(`\n## [${version}] – `)
  // The date is what is left of the heading.
  return section?.slice(section.indexOf('\n')).split(/^## /m)[0].trim()
}
