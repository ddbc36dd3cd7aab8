import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** As the attribute `integrity` takes it: https://www.w3.org/TR/SRI/ */
const hashOf = (file: string) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`

/**
 * Writes `integrity.json`: the version, and the hash of every file that a visitor's browser may fetch. To be called when
 * nothing changes these files any more.
 * @param folder what was built
 */
export const writeIntegrity = (folder: string, version: string): void => {
  const names = readdirSync(folder).filter((name) => /^privolim.*\.(js|css)$/.test(name)).sort()
  const files = Object.fromEntries(names.map((name) => [name, hashOf(join(folder, name))]))
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify({ version, files }, undefined, 2)}\n`)
}
