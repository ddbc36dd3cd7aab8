import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('..', import.meta.url))

let folder: string

// Alone in a folder with a space and šumniki: nothing of the project is beside it.
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'privolim čšž '))
  copyFileSync(join(root, 'dist', 'cli.js'), join(folder, 'cli.mjs'))
  for (const key of ['ksok', 'pojalabanda']) copyFileSync(join(root, 'seeds', `${key}.json`), join(folder, `${key}.json`))
})

test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const call = (argv: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli.mjs', ...argv], { cwd: folder, encoding: 'utf8', ...(input !== undefined && { input }) })
  return { status, stdout, stderr }
}

test('each command works without anything beside it', () => {
  expect(call(['validate', 'ksok.json'])).toMatchObject({ status: 0, stdout: '' })
  expect(call(['verdict', 'ksok.json'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Potrebujete privolitev') })
  expect(call(['verdict', 'pojalabanda.json'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Pasice ne potrebujete') })
  expect(call(['lint', 'ksok.json'])).toMatchObject({ status: 1, stdout: expect.stringContaining('I11') })
  expect(call(['declaration', 'pojalabanda.json', '--format', 'markdown']).stdout).toContain('60 dni')
  expect(call(['csp', 'ksok.json', '--server', 'nginx']).stdout).toContain('map ')
  expect(call(['--help']).stdout).toContain('privolim UKAZ')
})

test('a policy goes in and an inventory comes out, which is right', () => {
  copyFileSync(join(root, 'seeds', 'documents', 'pojalabanda.txt'), join(folder, 'politika.txt'))
  expect(call(['import', 'politika.txt', '--out', 'piskotki.json'])).toMatchObject({ status: 0, stdout: '' })
  const { cookies } = JSON.parse(readFileSync(join(folder, 'piskotki.json'), 'utf8')) as { cookies: object[] }
  expect(cookies).toHaveLength(10)
  expect(call(['validate', 'piskotki.json']).status).toBe(0)
})

test('what is piped in is read, results and messages are kept apart', () => {
  const inventory = readFileSync(join(folder, 'ksok.json'), 'utf8')
  expect(call(['validate', '-', '--json'], inventory)).toEqual({ status: 0, stdout: '{\n  "issues": []\n}\n', stderr: '' })
  expect(call(['validate', '-'], '{ "controller": ')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('vrstica 1') })
})

test('a folder, a file that is not there, and 50 MB of noise end with 2 and a sentence', () => {
  writeFileSync(join(folder, 'velik.json'), 'x'.repeat(50_000_000))
  for (const [name, said] of [['.', 'je mapa'], ['ni.json', 'ni. Preverite ime'], ['velik.json', '50 MB']] as const) {
    const { status, stdout, stderr } = call(['lint', name])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('    at ')
  }
})

test('it can be started by its name', () => {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: { privolim: string } }
  const file = join(root, bin.privolim)
  expect(existsSync(file)).toBe(true)
  if (process.platform !== 'win32') expect(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('an audit without what drives a browser says what to install', () => {
  const { status, stdout, stderr } = call(['audit', 'https://obcina.example'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('npm install playwright-core')
})
