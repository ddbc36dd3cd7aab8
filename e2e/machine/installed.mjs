import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.mjs'

/** Makes `node_modules` match `package-lock.json`, or ends the process with a sentence. Needs nothing but Node. */
export const ensureInstalled = async (root) => {
  if (isInstalled(root)) return
  console.error('Installing the packages of package-lock.json …')
  const status = await command('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0 && isInstalled(root)) return
  console.error(
    'The packages could not be installed. Check that the npm registry can be reached and that package.json and\n' +
      'package-lock.json agree, then run `npm ci` by hand to see why it fails.',
  )
  process.exit(1)
}

/** Whether every package of the lock that belongs on this machine is there, in the version of the lock. */
const isInstalled = (root) => {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    const found = present[path]
    return found ? found.version === entry.version : entry.optional === true && !isForThisMachine(entry)
  })
}

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

// npm also leaves out what only an optional package of another machine needs, and that names no machine itself.
const isForThisMachine = ({ os, cpu, libc }) =>
  os?.includes(process.platform) === true &&
  cpu?.includes(process.arch) === true &&
  (libc === undefined || libc.includes(ownLibc()))

const ownLibc = () => {
  if (process.platform !== 'linux') return ''
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}
