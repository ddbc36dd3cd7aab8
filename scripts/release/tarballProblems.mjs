import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

const run = promisify(execFile)

const publintProblems = async (file) => {
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  const tarball = buffer.slice(byteOffset, byteOffset + byteLength)
  const { messages, pkg } = await publint({ pack: { tarball }, level: 'warning', strict: true })
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`)
}

// For those who use ES modules: there are no others.
const ATTW_OPTIONS = ['--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji', '--exclude-entrypoints', './inventory.schema.json']

const attwProblems = async (file) => {
  const command = join(dirname(fileURLToPath(import.meta.resolve('@arethetypeswrong/cli/package.json'))), 'dist', 'index.js')
  return run(process.execPath, [command, file, ...ATTW_OPTIONS]).then(
    // It names what it has looked at.
    ({ stdout }) => (stdout.includes('privolim/tools') ? [] : [`attw has not seen the entries: ${stdout}`]),
    ({ stdout, stderr }) => [`attw: ${stdout}${stderr}`],
  )
}

/** What publint and attw find in a package as npm packed it. */
export const tarballProblems = async (file) => (await Promise.all([publintProblems(file), attwProblems(file)])).flat()
