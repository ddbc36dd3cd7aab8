import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { REQUIRED } from './release/packedProblems.mjs'

/** A repository in which everything that takes long is a sketch, and the script itself is the real one. */
const home = mkdtempSync(join(tmpdir(), 'privolim-release-'))
const at = (name: string) => join(home, name)
const write = (name: string, text: string) => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}
const read = (name: string) => readFileSync(at(name), 'utf8')
const inJson = (name: string, fields: object) => write(name, `${JSON.stringify({ ...JSON.parse(read(name)), ...fields }, undefined, 2)}\n`)
const git = (...args: string[]) => execFileSync('git', args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
const commit = () => git('commit', '--quiet', '--all', '-m', 'More')

const release = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.mjs', ...args], { cwd: home, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** Writes what is to be shipped, with hardly anything in it. */
const BUILD = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
for (const name of ${JSON.stringify(REQUIRED.filter((file) => file.startsWith('dist/')))}) {
  mkdirSync(dirname(name), { recursive: true })
  writeFileSync(name, name.endsWith('.json') ? JSON.stringify({ version }) : name.endsWith('.ts') ? 'export declare const one: 1' : 'export const one = 1')
}
`

const PACKAGE = {
  name: 'privolim',
  version: '0.1.0',
  license: 'MIT',
  type: 'module',
  private: true,
  files: ['dist'],
  exports: {
    '.': { types: './dist/types/index.d.ts', default: './dist/index.js' },
    './tools': { types: './dist/types/tools/index.d.ts', default: './dist/tools.js' },
    './inventory.schema.json': './dist/inventory.schema.json',
  },
  scripts: { build: 'node build.mjs', test: 'node build.mjs && node proof.mjs', wordpress: 'node --version' },
}

const setUp = () => {
  for (const name of ['scripts/release.mjs', 'scripts/release', 'e2e/machine/command.mjs']) cpSync(name, at(name), { recursive: true })
  // What publint and attw find is seen in e2e/package.spec.ts, with the real package.
  write('scripts/release/tarballProblems.mjs', `import { readFileSync } from 'node:fs'\nexport const tarballProblems = async () => readFileSync('problems.txt', 'utf8').split('\\n').filter(Boolean)`)
  write('problems.txt', '')
  write('.gitignore', 'dist/\n')
  write('build.mjs', BUILD)
  write('proof.mjs', 'console.log("All proven.")')
  write('package.json', `${JSON.stringify(PACKAGE, undefined, 2)}\n`)
  write('package-lock.json', `${JSON.stringify({ name: 'privolim', version: '0.1.0', packages: { '': { version: '0.1.0' } } }, undefined, 2)}\n`)
  write('CHANGELOG.md', '# Changelog\n\n## [0.1.0] – Unreleased\n\n### Added\n\n- Everything.\n')
  write('wordpress/privolim/privolim.php', '<?php\n/**\n * Version: 0.1.0\n */\n')
  write('wordpress/privolim/readme.txt', '=== Privolim ===\nStable tag: 0.1.0\n')
  for (const name of ['LICENSE', 'README.md', 'README.sl.md']) write(name, 'Text\n')
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'maintainers')
  git('config', 'user.email', 'maintainers@privolim.example')
  git('config', 'commit.gpgSign', 'false')
  git('config', 'tag.gpgSign', 'false')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'Everything')
  git('tag', 'begin')
}

setUp()
afterAll(() => rmSync(home, { recursive: true, force: true }))

beforeEach(() => {
  git('switch', '--quiet', 'main')
  git('reset', '--quiet', '--hard', 'begin')
  git('clean', '-qfdx')
  for (const tag of git('tag', '--list', 'v*').split('\n').filter(Boolean)) git('tag', '--delete', tag)
})

test('a version is written where it belongs, built, proven, committed and tagged', () => {
  inJson('package.json', { repository: 'github:privolim/privolim' })
  commit()
  const { status, stdout, stderr } = release('0.1.0', '--public')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toContain('All proven.')
  expect(stdout).toContain('privolim-0.1.0.tgz')
  expect(stdout).toContain('git push origin main v0.1.0')
  const today = /\d{4}-\d\d-\d\d/.exec(read('CHANGELOG.md'))![0]
  expect(read('CHANGELOG.md')).toBe(`# Changelog\n\n## [Unreleased]\n\n## [0.1.0] – ${today}\n\n### Added\n\n- Everything.\n`)
  expect(JSON.parse(read('package.json'))).not.toHaveProperty('private')
  expect(git('status', '--porcelain')).toBe('')
  expect(git('log', '-1', '--format=%s')).toBe('Version 0.1.0')
  expect(git('rev-parse', 'v0.1.0^{commit}')).toBe(git('rev-parse', 'HEAD'))
  expect(git('tag', '--list', '--format=%(contents)', 'v0.1.0')).toBe('Privolim 0.1.0\n\n### Added\n\n- Everything.')

  write('CHANGELOG.md', read('CHANGELOG.md').replace('## [Unreleased]', '## [Unreleased]\n\n### Fixed\n\n- A fault.'))
  commit()
  expect(release('0.1.0').stderr).toContain('0.1.0 does not come after 0.1.0')
})

test('a rehearsal builds and checks the next version, and changes nothing', () => {
  const before = git('rev-parse', 'HEAD')
  const { status, stdout, stderr } = release('0.1.0', '--dry-run')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toContain('Nothing stands against v0.1.0')
  expect(stdout).toContain('- Everything.')
  expect(stdout).not.toContain('All proven.')
  expect(git('rev-parse', 'HEAD')).toBe(before)
  expect(git('status', '--porcelain')).toBe('')
  expect(git('tag', '--list', 'v*')).toBe('')
})

const FIXED = '# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- A fault.\n'

const REFUSED: Record<string, { readonly args: string[]; readonly given: () => unknown; readonly says: string; readonly status?: number }> = {
  'no version': { args: [], given: () => 0, says: 'npm run release -- VERSION', status: 2 },
  'an option that there is not': { args: ['patch', '--force'], given: () => 0, says: '--force', status: 2 },
  'what is not committed': { args: ['0.1.0'], given: () => write('README.md', 'Other\n'), says: 'README.md' },
  'another branch': { args: ['0.1.0'], given: () => git('switch', '--quiet', '--force-create', 'other'), says: 'this is other' },
  'what is no version': { args: ['next'], given: () => 0, says: 'next is no version' },
  'an earlier version': { args: ['0.0.9'], given: () => 0, says: '0.0.9 does not come after 0.1.0' },
  'another version than the changelog says': { args: ['minor'], given: () => 0, says: 'calls what is unreleased 0.1.0' },
  'a changelog without entries': {
    args: ['patch'],
    given: () => (write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n'), commit()),
    says: 'has no entry',
  },
  'a tag that is there': {
    args: ['patch'],
    given: () => (write('CHANGELOG.md', FIXED), commit(), git('tag', 'v0.1.1')),
    says: 'There is a tag v0.1.1 already',
  },
  'a step that is too small': {
    args: ['patch'],
    given: () => (write('CHANGELOG.md', FIXED.replace('Fixed', 'Added')), commit()),
    says: 'needs a minor version after 0.1.0, and 0.1.1 is a patch one',
  },
  'npm without a repository': { args: ['0.1.0', '--public'], given: () => 0, says: 'names no "repository"' },
  'tests that fail': {
    args: ['0.1.0'],
    given: () => (write('proof.mjs', 'process.exit(1)'), commit()),
    says: '`npm run test` failed',
  },
  'a package that lacks a file, and in which something is found': {
    args: ['0.1.0', '--dry-run'],
    given: () => (git('rm', '--quiet', 'README.sl.md'), write('problems.txt', 'attw: no types\n'), commit()),
    says: 'README.sl.md is missing\nattw: no types',
  },
}

for (const [what, { args, given, says, status = 1 }] of Object.entries(REFUSED))
  test(`${what}: refused in a sentence, and nothing is changed`, () => {
    given()
    const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag', '--list')]
    const outcome = release(...args)
    expect(outcome.stderr).toContain(says)
    expect(outcome.stderr).not.toMatch(/^\s+at /m)
    expect(outcome.status).toBe(status)
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag', '--list')]).toEqual(before)
  })
