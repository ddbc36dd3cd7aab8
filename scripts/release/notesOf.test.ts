import { expect, test } from 'vitest'
import { closeUnreleased } from './closeUnreleased.mjs'
import { notesOf } from './notesOf.mjs'

test('what was closed as a version is found again under it', () => {
  const changelog = '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- A fault.\n\n## [0.1.0] – 2026-11-30\n\n### Added\n\n- Everything.\n'
  const { text, notes } = closeUnreleased(changelog, '0.1.1', '2026-12-24')
  expect(notes).toBe('### Fixed\n\n- A fault.')
  expect(notesOf(text, '0.1.1')).toBe(notes)
  expect(notesOf(text, '0.1.0')).toBe('### Added\n\n- Everything.')
  expect(notesOf(text, '0.1')).toBeUndefined()
})
