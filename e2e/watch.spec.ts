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

const found = ['cookie tuj_piskotek', 'host neznan.tretji.example', 'indexedDB tuja_zbirka', 'localStorage tuj_zapis', 'sessionStorage tuja_seja']

const heard = (page: Page) => page.evaluate(() => (Reflect.get(window, 'heard') as unknown as string[]).toSorted())

test('with data-watch whatever the inventory does not declare is told, once each', async ({ page, world, widget, complaints }) => {
  await openPage(page, world, body, { inventory, tag: 'data-watch' })
  await widget.ready()
  await expect.poll(() => heard(page)).toEqual(found)
  for (const name of ['tuj_piskotek', 'tuj_zapis', 'tuja_seja', 'tuja_zbirka', 'neznan.tretji.example'])
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
