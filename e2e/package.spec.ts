import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { packedProblems } from '../scripts/release/packedProblems.mjs'
import { tarballProblems } from '../scripts/release/tarballProblems.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)
const read = (...path: string[]) => readFileSync(join(root, ...path))
const description = JSON.parse(read('package.json').toString()) as {
  readonly version: string
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>
}

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** A folder in which the package is installed as npm would install it; `packed` is what npm says of it. */
let home = ''
let packed: Packed
const installed = (...path: string[]) => join(home, 'node_modules', 'privolim', ...path)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'privolim-package-'))
  mkdirSync(installed(), { recursive: true })
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], { cwd: root })
  packed = (JSON.parse(stdout) as [Packed])[0]
  await run('tar', ['-xzf', join(home, packed.filename), '-C', installed(), '--strip-components=1'])
})

test.afterAll(() => rmSync(home, { recursive: true, force: true }))

test('npm packs what is to be shipped, and nothing else', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root })
  const files = (JSON.parse(stdout) as [Packed])[0].files.map(({ path }) => path)
  expect(packedProblems(files)).toEqual([])
})

test('publint and attw find nothing', async () => expect(await tarballProblems(join(home, packed.filename))).toEqual([]))

test('every entry of the exports is there, and its types end in .js wherever they import', () => {
  for (const [name, entry] of Object.entries(description.exports)) {
    if (name.includes('*')) continue
    for (const file of Object.values(typeof entry === 'string' ? [entry] : entry)) expect(existsSync(installed(file)), file).toBe(true)
  }
  const declarations = readdirSync(installed('dist', 'types'), { recursive: true, encoding: 'utf8' })
  const imports = declarations
    .filter((name) => name.endsWith('.d.ts'))
    .flatMap((name) => [...readFileSync(installed('dist', 'types', name), 'utf8').matchAll(/(?:from |import\(?\s?)['"](\.[^'"]*)['"]/g)])
  expect(imports.length).toBeGreaterThan(10)
  expect(imports.map(([, address]) => address!).filter((address) => !address.endsWith('.js'))).toEqual([])
})

test('integrity.json has the hash of every file that a browser may fetch, and of no other', () => {
  const { version, files } = JSON.parse(read('dist', 'integrity.json').toString()) as {
    readonly version: string
    readonly files: Readonly<Record<string, string>>
  }
  expect(version).toBe(description.version)
  const names = packed.files.flatMap(({ path }) => /^dist\/(privolim[^/]*)$/.exec(path)?.[1] ?? [])
  expect(Object.keys(files)).toEqual(names.sort())
  for (const [name, hash] of Object.entries(files))
    expect(hash, name).toBe(`sha384-${createHash('sha384').update(read('dist', name)).digest('base64')}`)
})

/** Bytes of an application that is nothing but this, with the parts that it would fetch later. */
const bundled = async (code: string) => {
  const entry = '\0application.js'
  const outcome = await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: 'oxc', modulePreload: false, rolldownOptions: { input: 'application.js' } },
    plugins: [
      {
        name: 'application',
        resolveId: (id: string) => (id === 'application.js' ? entry : undefined),
        load: (id: string) => (id === entry ? code : undefined),
      },
    ],
  })
  const outputs = [outcome].flat() as unknown as { readonly output: readonly { readonly code?: string }[] }[]
  return outputs.flatMap(({ output }) => output).reduce((sum, chunk) => sum + (chunk.code?.length ?? 0), 0)
}

test('a bundler takes of the package what is used', async () => {
  const using = (names: string, from: string) => bundled(`import ${names} from '${from}'; globalThis.used = [${names.replaceAll(/[{}]|\* as/g, '')}]`)
  const tools = await using('* as tools', 'privolim/tools')
  const consent = await using('{ start }', 'privolim')
  // Both are there at all.
  expect(tools).toBeGreaterThan(50_000)
  expect(consent).toBeGreaterThan(50_000)
  expect(await bundled(`import {} from 'privolim'`)).toBeLessThan(consent / 100)
  expect(await bundled(`import {} from 'privolim/tools'`)).toBeLessThan(tools / 100)
  expect(await using('{ InventoryError }', 'privolim')).toBeLessThan(consent / 10)
})

/** What each of these takes, in bytes, as measured and some room. All of them together are 259 000. */
const TAKEN_ALONE = {
  parseDuration: 3_200,
  createWords: 450,
  validateInventory: 8_600,
  lintPolicy: 13_600,
  contentSecurityPolicy: 37_000,
  // It goes through the catalogue, and so takes all of it along.
  verdict: 124_000,
}

for (const [name, limit] of Object.entries(TAKEN_ALONE))
  test(`${name} of the tools, alone, does not bring the others along`, async () => {
    expect(await bundled(`import { ${name} } from 'privolim/tools'; globalThis.used = ${name}`)).toBeLessThan(limit)
  })

/**
 * Runs in Node, in a process of its own: what is there before and after, and what keeps it from ending. Pipes are its
 * output, and files are what Node itself reads modules from.
 */
const ON_A_SERVER = `
const before = Reflect.ownKeys(globalThis)
const prototype = Reflect.ownKeys(Object.prototype).length
const { start } = await import('privolim')
const imported = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key))
const consent = start({ controller: { name: 'Društvo' }, services: [{ use: 'google-analytics' }, { id: 'klepet', category: 'functional' }] })
await consent.ready
let told = 0
consent.subscribe(() => told++)()
consent.acceptAll()
consent.save({ categories: { analytics: true } })
await consent.openPreferences()
consent.rescan()
const ids = ['necessary', 'functional', 'analytics', 'marketing', 'embeds', 'google-analytics', 'klepet']
console.log(JSON.stringify({
  imported: imported.map(String),
  grown: Reflect.ownKeys(Object.prototype).length - prototype,
  started: Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String),
  handles: process.getActiveResourcesInfo().filter((kind) => !/Pipe|TTY|FSReq|CloseReq/.test(kind)),
  granted: ids.filter((id) => consent.granted(id)),
  told,
  choice: consent.choice ?? null,
}))
`

test('on a server the import does nothing, and a consent denies every optional category', async () => {
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', ON_A_SERVER], { cwd: home })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ imported: [], grown: 0, started: [], handles: [], granted: ['necessary'], told: 0, choice: null })
})
