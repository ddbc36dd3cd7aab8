/**
 * The last step of the build, after the compiler has written `dist/types`: relative imports get the ending that Node and
 * TypeScript's `nodenext` ask for, and what no entry of `exports` leads to is removed, since nobody can import it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const TYPES = resolve('dist/types')

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const entries = Object.values(exports).flatMap(({ types = [] }) => types)

/** @returns the address with its ending; as it stands where it leads to no file of ours */
const complete = (from, address) => {
  const place = resolve(dirname(from), address)
  if (existsSync(`${place}.d.ts`)) return `${address}.js`
  if (existsSync(join(place, 'index.d.ts'))) return `${address}/index.js`
  return address
}

const reached = new Set()

const follow = (file) => {
  if (reached.has(file)) return
  reached.add(file)
  const text = readFileSync(file, 'utf8').replaceAll(
    /(\bfrom |\bimport\(|\bimport )(['"])(\.{1,2}\/[^'"]+)\2/g,
    (_, before, quote, address) => `${before}${quote}${complete(file, address)}${quote}`,
  )
  writeFileSync(file, text)
  for (const [, address] of text.matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g)) follow(resolve(dirname(file), `${address}.d.ts`))
}

entries.forEach((entry) => follow(resolve(entry)))

for (const found of readdirSync(TYPES, { recursive: true, withFileTypes: true })) {
  const file = join(found.parentPath, found.name)
  if (found.isFile() && !reached.has(file)) rmSync(file)
}
const removeEmpty = (folder) => {
  for (const found of readdirSync(folder, { withFileTypes: true }))
    if (found.isDirectory()) removeEmpty(join(folder, found.name))
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
}
removeEmpty(TYPES)
