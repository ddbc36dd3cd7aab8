import { expect, settle, test } from '../support/widget.js'
import { external, inline, openPage } from './openPage.js'

const INLINE = '<script type="text/plain" data-privolim="stevec">'

test('P02 a script that never answers is given up after some seconds, and its own service goes on', async ({
  page,
  world,
  widget,
}) => {
  world.hang('visi.tretji.example')
  // The seconds pass faster here.
  await page.addInitScript(() => {
    const wait = window.setTimeout
    const sooner = (run: () => void, time = 0, ...rest: []) => wait(run, time > 4000 ? 250 : time, ...rest)
    Reflect.set(window, 'setTimeout', sooner)
  })
  const hanging = external('a.js').replace('stevec.tretji', 'visi.tretji')
  await openPage(page, world, hanging + inline('b') + external('c.js'))
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['b', 'c'])
})

test('P04 LAB-1 what was marked »defer« keeps its place in the order, also before a faster one', async ({
  page,
  world,
  widget,
}) => {
  const deferred = (file: string) => external(file, 'stevec', 'defer')
  await openPage(page, world, deferred('a.js?delay=300') + external('b.js') + inline('c') + deferred('d.js'))
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b', 'c', 'd'])
})

test('P05 LAB-1e events of the page that are over are not feigned for released scripts', async ({
  page,
  world,
  widget,
}) => {
  const listen = (name: string) =>
    `document.addEventListener('DOMContentLoaded', () => (window.ran ||= []).push('${name} parsed'))
    document.addEventListener('readystatechange', () => (window.ran ||= []).push('${name} ' + document.readyState))
    addEventListener('load', () => (window.ran ||= []).push('${name} loaded'))`
  const before = `<script>${listen('page')}</script>`
  const released = `${INLINE}${listen('gated')}</script>${inline('after')}`
  await openPage(page, world, released, { before })
  const once = ['page interactive', 'page parsed', 'page complete', 'page loaded']
  await expect.poll(() => widget.ran()).toEqual(once)
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual([...once, 'after'])
  await settle(page)
  expect(await widget.ran()).toEqual([...once, 'after'])
})

test.describe('document.write', () => {
  test('P06 F7 in a released file is ignored, and the page stays whole', async ({ page, world, widget }) => {
    world.serve('https://stevec.tretji.example/pise.js', {
      type: 'text/javascript',
      body: '(window.ran ||= []).push("pise"); document.write("<p id=written>Zapisano</p>")',
    })
    await openPage(page, world, external('pise.js') + inline('after'))
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['pise', 'after'])
    await expect(page.getByRole('heading', { name: 'Preskus' })).toBeVisible()
    await expect(page.locator('#written')).toHaveCount(0)
  })

  test('P06 F7 in an inline script is refused with a line that names it, and the page stays whole', async ({
    page,
    world,
    widget,
    complaints,
  }) => {
    const writing = `<script id="pisec" type="text/plain" data-privolim="stevec">
      (window.ran ||= []).push('wrote')
      document.write('<p id="written">Zapisano</p>')
    </script>`
    await openPage(page, world, external('before.js') + writing + inline('after'))
    await widget.acceptAll()
    // On a later page too, where it would be released while the page is being parsed.
    for (const visit of ['first', 'later']) {
      await expect.poll(() => widget.ran(), visit).toEqual(['before', 'after'])
      await expect(page.getByRole('heading', { name: 'Preskus' })).toBeVisible()
      await expect(page.locator('#written')).toHaveCount(0)
      await expect(page.locator('#pisec')).toHaveAttribute('type', 'text/plain')
      expect(complaints.errors.splice(0), visit).toEqual([expect.stringMatching(/document\.write[^]*pisec/)])
      if (visit === 'first') await page.reload()
    }
  })
})

test('LAB-8b a listener, a subscriber or a script that throws does not stop later ones', async ({
  page,
  world,
  widget,
  complaints,
}) => {
  const throwing = `${INLINE}(window.ran ||= []).push('throws'); throw new Error('napaka skripte')</script>`
  await openPage(page, world, throwing + external('b.js') + inline('c') + inline('d', 'oglasi'))
  await page.evaluate(() => {
    const fail = () => {
      throw new Error('napaka poslušalca')
    }
    document.addEventListener('privolim:change', fail)
    window.privolim!.subscribe(fail)
    window.privolim!.acceptAll()
  })
  await expect.poll(async () => (await widget.ran()).sort()).toEqual(['b', 'c', 'd', 'throws'])
  expect(await widget.choice()).toContain('.a1.')
  // The page's own mistakes stay the page's own, and are told as such.
  await expect.poll(() => complaints.uncaught.length).toBe(2)
})
