import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { command } from '../e2e/machine/command.mjs'
import { closeUnreleased } from './release/closeUnreleased.mjs'
import { isEnough, leastStep } from './release/leastStep.mjs'
import { nextVersion, stepBetween } from './release/nextVersion.mjs'
import { packedProblems } from './release/packedProblems.mjs'
import { Refusal } from './release/Refusal.mjs'
import { tarballProblems } from './release/tarballProblems.mjs'
import { VERSIONED, withVersion } from './release/withVersion.mjs'

const HELP = `npm run release -- VERSION [options]

Makes a version: writes it and the date where they belong, builds, tests, checks what npm would pack, commits, and sets
the tag. Nothing leaves this machine: a tag that is pushed is what publishes, see docs/releasing.md.

  VERSION     patch, minor, major, or 1.2.3
  --dry-run   all but the tests, the commit and the tag; every file is put back, and dist/ keeps what was built
  --public    takes "private" out of package.json, so that npm may publish it; needed once
  --help      this text`

const root = fileURLToPath(new URL('..', import.meta.url))
const FILES = ['CHANGELOG.md', ...Object.keys(VERSIONED)]

const read = (name) => readFileSync(join(root, name), 'utf8')
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
const putBack = () => git('checkout', '--quiet', '--', ...FILES)

const main = async () => {
  const { wanted, isDry, isPublic } = readOptions()
  checkTree()
  const release = plan(wanted, isPublic)
  console.log(`${isDry ? 'A rehearsal of' : 'Making'} ${release.tag}. What the changelog says of it:\n\n${release.notes}\n`)
  const interrupt = () => {
    putBack()
    process.exit(130)
  }
  process.once('SIGINT', interrupt)
  try {
    for (const [name, text] of release.texts) writeFileSync(join(root, name), text)
    await prove(isDry)
    if (!isDry) record(release)
  } finally {
    // Once they are committed there is nothing to put back.
    putBack()
    process.off('SIGINT', interrupt)
  }
  console.log(isDry ? `\nNothing stands against ${release.tag}. Nothing has been changed but dist/.` : whatIsNext(release))
}

const readOptions = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, 'public': { type: 'boolean' }, 'help': { type: 'boolean' } },
  })
  if (values.help || positionals.length !== 1) {
    console[values.help ? 'log' : 'error'](HELP)
    process.exit(values.help ? 0 : 2)
  }
  return { wanted: positionals[0], isDry: values['dry-run'] === true, isPublic: values.public === true }
}

const checkTree = () => {
  const changed = git('status', '--porcelain')
  if (changed) throw new Refusal(`There are changes that are not committed:\n${changed}`)
  const branch = git('branch', '--show-current')
  if (branch !== 'main') throw new Refusal(`A version is made on main, and this is ${branch || 'no branch'}.`)
}

/** What the version is called and what its files are going to say. Refuses before anything has been written. */
const plan = (wanted, isPublic) => {
  const description = JSON.parse(read('package.json'))
  const current = description.version
  const isTagged = (version) => git('tag', '--list', `v${version}`) !== ''
  const version = nextVersion(current, wanted, isTagged(current))
  if (isTagged(version)) throw new Refusal(`There is a tag v${version} already.`)
  const { text, notes } = closeUnreleased(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10))
  checkStep(current, version, notes)
  checkPublic(description, isPublic)
  const texts = Object.keys(VERSIONED).map((name) => [name, withVersion(name, read(name), version, isPublic)])
  const isPrivate = description.private === true && !isPublic
  return { version, tag: `v${version}`, notes, isPrivate, texts: [['CHANGELOG.md', text], ...texts] }
}

const checkStep = (current, version, notes) => {
  const step = stepBetween(current, version)
  const least = leastStep(notes, current)
  if (step && !isEnough(step, least))
    throw new Refusal(`By docs/semver.md what the changelog says needs a ${least} version after ${current}, and ${version} is a ${step} one.`)
}

const checkPublic = (description, isPublic) => {
  if (description.private === true && !isPublic) return
  if (!description.repository)
    throw new Refusal('package.json names no "repository": npm compares it with where a package says that it was built.')
}

const prove = async (isDry) => {
  if (isDry) await npmRun('build')
  else await npmRun('test')
  await npmRun('wordpress')
  await checkPackage()
  const others = git('status', '--porcelain').split('\n').filter((line) => !FILES.some((name) => line.endsWith(` ${name}`)))
  if (others.length > 0) throw new Refusal(`Building or testing has changed files that are in git:\n${others.join('\n')}`)
}

const npmRun = async (name) => {
  const status = await command('npm', ['run', name], { cwd: root })
  if (status !== 0) throw new Refusal(`\`npm run ${name}\` failed.`)
}

const checkPackage = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'privolim-release-'))
  try {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
    const [{ filename, files, size }] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    const problems = [...packedProblems(files.map(({ path }) => path)), ...(await tarballProblems(join(folder, filename)))]
    if (problems.length > 0) throw new Refusal(`The package is not as it is to be:\n${problems.join('\n')}`)
    console.log(`\n${filename}: ${files.length} files, ${size.toLocaleString('en')} bytes`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const record = ({ version, tag, notes }) => {
  git('commit', '--quiet', '-m', `Version ${version}`, '--', ...FILES)
  // Else git would take the headings for comments.
  git('tag', '--annotate', '--cleanup=verbatim', tag, '-m', `Privolim ${version}\n\n${notes}`)
}

const whatIsNext = ({ tag, isPrivate }) => `
${tag} is there, on this machine. To publish it: git push origin main ${tag}
${isPrivate ? 'package.json says "private": the files are attached to the release, and npm gets nothing.' : 'npm gets it as well.'}`

main().catch((error) => {
  console.error(error instanceof Refusal || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error)
  process.exit(error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1)
})
