import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createDemoHandler, type DemoAnswer } from '../demo/handler.mjs'

const FILES = {
  'package.json': '{}',
  'demo/index.html': 'vse strani',
  'demo/shared/site.css': 'skupno',
  'demo/ksok/index.html': 'ksok',
  'demo/ksok/zasebnost/index.html': 'zasebnost',
  'demo/kobein/index.html': 'kobein',
  'demo/kobein/blagajna/index.html': 'blagajna',
  'demo/kostra/.skrito': 'skrito',
  'dist/privolim.js': 'jedro',
  'dist/configurator/index.html': 'nastavitve',
  'seeds/ksok.json': '{"site":"ksok"}',
  'seeds/kobein.json': '{"site":"kobein"}',
  'e2e/pages/gates/index.html': 'vrata',
}

let root: string
let ask: (url: string, method?: string) => Promise<(DemoAnswer & { text: string }) | null>

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'privolim-'))
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  const handler = createDemoHandler({ root })
  // Not by `new URL`: it would tidy up the very paths that matter here.
  ask = async (url, method = 'GET') => {
    const [, host, path] = /^([^/]*)(.*)$/.exec(url)!
    const answer = await handler({ method, host: host!, path: path! })
    return answer && { ...answer, text: String(answer.body) }
  }
})

test.afterAll(() => rm(root, { recursive: true }))

const ok = (text: string) => ({ status: 200, text })

test('each site is there under its real names and under localhost', async () => {
  for (const host of ['ksok.si', 'www.ksok.si', 'ksok.localhost', 'KSOK.si']) {
    expect(await ask(`${host}/`)).toMatchObject(ok('ksok'))
  }
  for (const host of ['kobeinmini.eu', 'www.kobeinmini.eu']) {
    expect(await ask(`${host}/`)).toMatchObject(ok('kobein'))
  }
  expect(await ask('evil-ksok.si/')).toBeNull()
})

test('on the machine itself the configurator comes first, and the demo sites are one link away', async () => {
  expect(await ask('localhost/')).toMatchObject(ok('nastavitve'))
  expect(await ask('127.0.0.1/')).toMatchObject(ok('nastavitve'))
  expect(await ask('localhost/predstavitev/')).toMatchObject(ok('vse strani'))
  expect((await ask('localhost/predstavitev'))?.headers['Location']).toBe('/predstavitev/')
  expect(await ask('localhost/privolim/privolim.js')).toMatchObject(ok('jedro'))
})

test('the till has a name of its own and the inventory of its site', async () => {
  for (const host of ['blagajna.kobeinmini.eu', 'blagajna.kobein.localhost']) {
    expect(await ask(`${host}/`)).toMatchObject(ok('blagajna'))
    expect(await ask(`${host}/piskotki.json`)).toMatchObject(ok('{"site":"kobein"}'))
  }
})

test('every site has the built files, its inventory and what the sites share', async () => {
  const core = await ask('ksok.si/privolim/privolim.js?v=1')
  expect(core).toMatchObject(ok('jedro'))
  expect(core?.headers).toMatchObject({ 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' })
  expect(await ask('ksok.si/privolim/configurator/')).toMatchObject(ok('nastavitve'))
  expect(await ask('ksok.si/piskotki.json')).toMatchObject(ok('{"site":"ksok"}'))
  expect(await ask('ksok.si/shared/site.css')).toMatchObject(ok('skupno'))
})

test('test pages are at test.example and under it', async () => {
  for (const host of ['test.example', 'a.b.test.example']) {
    expect(await ask(`${host}/gates/`)).toMatchObject(ok('vrata'))
  }
  expect(await ask('test.example/privolim/privolim.js')).toMatchObject(ok('jedro'))
  expect(await ask('mytest.example/')).toBeNull()
})

test('a folder is asked for with a slash, and the query comes along', async () => {
  const location = async (url: string) => (await ask(url))?.headers['Location']
  expect(await location('ksok.si/zasebnost?lang=sl?')).toBe('/zasebnost/?lang=sl?')
  expect(await location('ksok.si//zasebnost')).toBe('/zasebnost/')
  expect(await ask('ksok.si/zasebnost/')).toMatchObject(ok('zasebnost'))
})

test('what is not there is said in Slovenian', async () => {
  const text = expect.stringMatching(/<html lang="sl">.*Te strani ni\./s)
  for (const path of ['/ni', '/ni/', '/index.html/', '/privolim/', '/privolim/ni.js']) {
    expect(await ask(`ksok.si${path}`), path).toMatchObject({ status: 404, text })
  }
  expect(await ask('ksok.si/', 'POST')).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } })
})

test('no path leads out of a folder', async () => {
  const ways = ['/../ksok/index.html', '/%2e%2e/ksok/index.html', '/..%2fksok/index.html', '/privolim/../package.json']
  const more = ['/privolim/%2e%2e%2fpackage.json', '/..%5cksok%5cindex.html', '/.skrito', '/%00', '/%', '/C:/x']
  for (const path of [...ways, ...more]) expect(await ask(`kostra.si${path}`), path).toMatchObject({ status: 400 })
  expect(await ask('kostra.si/%252e%252e/package.json')).toMatchObject({ status: 404 })
})
