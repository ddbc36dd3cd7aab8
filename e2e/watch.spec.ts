import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openPage } from './pitfalls/openPage.js'
import { expect, settle, test } from './support/widget.js'

const inventory = {
  controller: { name: 'Društvo za preskuse' },
  cookies: [{ name: 'seja', purpose: 'prijava', duration: 'Trajanje seje' }],
  services: [
    {
      id: 'stevec',
      category: 'analytics',
      provider: { name: 'Števec d.o.o.', country: 'SI' },
      hosts: ['stevec.tretji.example'],
      cookies: [{ name: '_s_*', purpose: 'štetje', duration: '1 leto' }],
    },
  ],
}

/** What a page does that its inventory does not know of, beside what it does know of. */
const body = `<script>
  document.cookie = 'seja=1'
  document.cookie = '_s_1=1'
  document.cookie = 'tuj_piskotek=1'
  localStorage.setItem('tuj_zapis', '1')
  sessionStorage.setItem('tuja_seja', '1')
  indexedDB.open('tuja_zbirka')
  window.heard = []
  document.addEventListener('privolim:undeclared', ({ detail }) => heard.push(detail.kind + ' ' + detail.name))
</script>
<script src="https://neznan.tretji.example/x.js"></script>
<script src="https://stevec.tretji.example/known.js"></script>`

const found = ['cookie tuj_piskotek', 'host neznan.tretji.example', 'indexedDB tuja_zbirka', 'localStorage tuj_zapis', 'sessionStorage tuja_seja', 'unmarked stevec.tretji.example']

const heard = (page: Page) => page.evaluate(() => (Reflect.get(window, 'heard') as unknown as string[]).toSorted())

test('with data-watch whatever the inventory does not declare is told, once each', async ({ page, world, widget, complaints }) => {
  await openPage(page, world, body, { inventory, tag: 'data-watch' })
  await widget.ready()
  await expect.poll(() => heard(page)).toEqual(found)
  for (const name of found.map((one) => one.split(' ')[1]!))
    expect(complaints.warnings.filter((line) => line.includes(name))).toHaveLength(1)
  expect(complaints.warnings).toHaveLength(found.length)
  expect(complaints.errors).toEqual([])
})

test('what appears later is told as well', async ({ page, world, widget }) => {
  await openPage(page, world, body, { inventory, tag: 'data-watch' })
  await widget.ready()
  await expect.poll(() => heard(page)).toEqual(found)
  await page.evaluate(() => {
    document.cookie = 'pozni=1'
    new Image().src = 'https://pozna.tretji.example/1.gif'
  })
  await expect.poll(() => heard(page)).toEqual([...found, 'cookie pozni', 'host pozna.tretji.example'].toSorted())
})

test('nothing else changes by it, and no request is made but for the part', async ({ page, world, widget }) => {
  const visit = async (tag: string) => {
    const before = world.requests().length
    await page.context().clearCookies()
    await openPage(page, world, body, { inventory, tag })
    await widget.ready()
    await settle(page)
    return {
      asked: world.requests().slice(before).map(({ host, path }) => host + path).filter((one) => !one.endsWith('/marker')),
      granted: await widget.granted(),
      scripts: await page.locator('script').count(),
    }
  }
  const without = await visit('')
  const watched = await visit('data-watch')
  expect(without.asked.filter((one) => one.includes('watch'))).toEqual([])
  expect(watched.asked.filter((one) => !one.includes('privolim-watch.js')).toSorted()).toEqual(without.asked.toSorted())
  expect(watched.granted).toEqual(without.granted)
  expect(watched.scripts).toBe(without.scripts)
})

test('P21 what is fetched live from a declared host and has no mark is told, and goes on loading', async ({
  page,
  world,
  widget,
  complaints,
}) => {
  const live = `<iframe title="x" src="https://a.video.example/1"></iframe>
    <iframe title="x" src="https://a.video.example/2"></iframe>
    <script src="https://stevec.tretji.example/a.js"></script>
    <img alt="" src="https://oglasi.tretji.example/a.gif">
    <script type="text/plain" data-privolim="klepet" src="https://klepet.tretji.example/held.js"></script>`
  world.serve('*.video.example', '')
  await openPage(page, world, live, { tag: 'data-watch' })
  await expect.poll(() => complaints.warnings.length).toBe(3)
  const told = complaints.warnings.toSorted().map((line) => /<(\w+)> ni označen .*»(\S+)«.*unmarked/.exec(line)?.slice(1))
  expect(told).toEqual([
    ['iframe', 'a.video.example'],
    ['img', 'oglasi.tretji.example'],
    ['script', 'stevec.tretji.example'],
  ])
  await settle(page)
  expect(await widget.ran()).toEqual(['a'])
  expect(world.requests('a.video.example').map(({ path }) => path).toSorted()).toEqual(['/1', '/2'])
  expect(world.requests('klepet.tretji.example')).toEqual([])
})

test('P21 what is allowed is not told of, nor what an allowed script inserts', async ({ page, world, widget, complaints }) => {
  const inserting = `<script type="text/plain" data-privolim="stevec">
    document.body.append(Object.assign(new Image(), { src: 'https://stevec.tretji.example/a.gif' }))
    ran = ['inserted']</script>`
  await openPage(page, world, inserting)
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['inserted'])
  await openPage(page, world, inserting, { tag: 'data-watch' })
  await expect.poll(() => widget.ran()).toEqual(['inserted'])
  await settle(page)
  expect(complaints.warnings).toEqual([])
})

test('files of its own on another host are not undeclared', async ({ page, world, widget, complaints }) => {
  const headers = { 'Access-Control-Allow-Origin': '*' }
  world.serve('https://datoteke.example/privolim/', ({ path }) => ({
    headers,
    type: 'text/javascript',
    body: readFileSync(new URL(`../dist${path.replace('/privolim', '')}`, import.meta.url)),
  }))
  world.serve('https://test.example/p/', `<!doctype html><title>x</title>
    <script type="application/json" id="privolim-inventory">${JSON.stringify(inventory)}</script>
    <script src="https://datoteke.example/privolim/privolim.js" data-watch></script>
    <body><img alt="" src="https://neznan.tretji.example/a.gif">`)
  await page.goto('https://test.example/p/')
  await widget.ready()
  await expect.poll(() => complaints.warnings.join()).toContain('neznan.tretji.example')
  expect(complaints.warnings).toHaveLength(1)
})

test('under Trusted Types and a policy of nonces it looks at the page and breaks neither', async ({ page, world, complaints }) => {
  const policy = "script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types privolim"
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => (window.ran ||= []).push(violatedDirective))
  })
  await openPage(page, world, '<noscript><img alt="" src="https://brez.example/"></noscript>', {
    tag: 'nonce="abc" data-watch',
    headers: { 'Content-Security-Policy': policy },
  })
  await expect.poll(() => complaints.warnings.join()).toContain('brez.example')
  expect(await page.evaluate(() => window.ran ?? [])).toEqual([])
  expect(complaints.uncaught).toEqual([])
})
