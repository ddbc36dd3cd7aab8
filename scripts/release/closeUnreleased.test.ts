import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closeUnreleased } from './closeUnreleased.mjs'

const changelog = (...sections: string[]) => ['# Changelog\n\nWhat has changed.', ...sections].join('\n\n')
const ADDED = '### Added\n\n- A language.'
const OLDER = '## [0.1.0] – 2026-11-30\n\n### Added\n\n- Everything.\n'

test.each(['## [Unreleased]', '## [0.2.0] – Unreleased', '## [0.2.0] - unreleased'])('%s gets version and date', (heading) => {
  const { text, notes } = closeUnreleased(changelog(heading, ADDED, OLDER), '0.2.0', '2026-12-24')
  expect(text).toBe(changelog('## [Unreleased]', '## [0.2.0] – 2026-12-24', ADDED, OLDER))
  expect(notes).toBe(ADDED)
})

test('what was closed has nothing left to close', () => {
  const { text } = closeUnreleased(changelog('## [Unreleased]', ADDED), '0.2.0', '2026-12-24')
  expect(() => closeUnreleased(text, '0.3.0', '2026-12-25')).toThrow('has no entry')
})

test('headings alone are no entry', () =>
  expect(() => closeUnreleased(changelog('## [Unreleased]', '### Added', OLDER), '0.2.0', '2026-12-24')).toThrow('has no entry'))

test('a section that is missing, of another version, or there already is told', () => {
  expect(() => closeUnreleased(changelog(OLDER), '0.2.0', '2026-12-24')).toThrow('has no section »## [Unreleased]«')
  expect(() => closeUnreleased(changelog('## [0.2.0] – Unreleased', ADDED), '0.3.0', '2026-12-24')).toThrow(
    'calls what is unreleased 0.2.0, and this would be 0.3.0',
  )
  expect(() => closeUnreleased(changelog('## [Unreleased]', ADDED, OLDER), '0.1.0', '2026-12-24')).toThrow('has a section for 0.1.0 already')
})

test('the changelog of this project is of this form', () => {
  const own = readFileSync('CHANGELOG.md', 'utf8')
  expect(own).toMatch(/^## \[(Unreleased\]|\d+\.\d+\.\d+\] – Unreleased)$/m)
})
