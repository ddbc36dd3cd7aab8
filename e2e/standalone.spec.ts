import { readFileSync } from 'node:fs'
import { INVENTORY, LINK, serveInventory } from './support/asking.js'
import { expect, recordsOn, settle, test } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'

const { files } = JSON.parse(readFileSync(new URL('../dist/integrity.json', import.meta.url), 'utf8')) as {
  readonly files: Readonly<Record<string, string>>
}

/** @param tag attributes of the script tag */
const servePage = (world: World, tag: string, body = LINK, path = '/one.html') => {
  serveInventory(world)
  world.serve(
    HOME + path.slice(1),
    `<!doctype html>
<html lang="sl">
<script ${tag} data-inventory="/piskotki.json"></script>
<title>Ena datoteka</title>
<link rel="icon" href="data:,">
<h1>Ena datoteka</h1>
${body}
<script type="text/plain" data-privolim="stevec">(window.ran ||= []).push('stevec')</script>
</html>`,
  )
}

const ALONE = 'src="/privolim/privolim.standalone.js"'

/** What Privolim has asked for, in the order of the alphabet. */
const filesOf = (world: World) =>
  world.requests(/\/(privolim\/|piskotki\.json)/).map(({ path }) => path.split('/').at(-1)!).sort()

const TWO = ['piskotki.json', 'privolim.standalone.js']

test.describe('the single file', () => {
  test('asks, takes an answer and opens the preferences with one request and the inventory', async ({ page, widget, world, complaints }) => {
    servePage(world, ALONE)
    await page.goto(`${HOME}one.html`)
    await expect(widget.question).toContainText(INVENTORY.controller.name)
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'unset')
    await settle(page)
    expect(await recordsOn(page)).toEqual([])
    expect(await widget.ran()).toEqual([])

    await widget.customize()
    await expect(widget.category('analytics')).not.toBeChecked()
    await page.keyboard.press('Escape')
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['stevec'])
    // What follows from an answer has followed when the choice vouches for the inventory.
    await expect.poll(() => widget.choice()).toMatch(/\.n1\.f1\.a1\.m1\.e1\..*\.v\w+/)
    await widget.openByLink()
    await expect(widget.category('analytics')).toBeChecked()
    await settle(page)
    expect(filesOf(world)).toEqual(TWO)

    await page.reload()
    await expect.poll(() => widget.ran()).toEqual(['stevec'])
    await settle(page)
    expect(filesOf(world)).toEqual([...TWO, ...TWO].sort())
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

  test('takes a refusal for an answer as well, and shows the way back where the page has none', async ({ page, widget, world }) => {
    servePage(world, ALONE, '')
    await page.goto(`${HOME}one.html`)
    await widget.rejectAll()
    await expect.poll(() => widget.choice()).toMatch(/\.n1\.f0\.a0\.m0\.e0\..*\.v\w+/)
    await expect(page.getByRole('button', { name: /piškotk/i })).toBeVisible()
    await settle(page)
    expect(await widget.granted()).toEqual([])
    expect(await widget.ran()).toEqual([])
    expect(filesOf(world)).toEqual(TWO)
  })

  test('fetches from its own folder what few pages need', async ({ page, widget, world }) => {
    servePage(world, `${ALONE} data-lang="it"`, '<div data-privolim-declaration></div>')
    await page.goto(`${HOME}one.html`)
    await expect(widget.host.getByRole('region')).toBeVisible()
    await expect(page.locator('[data-privolim-declaration] table').first()).toBeVisible()
    expect(filesOf(world)).toEqual([...TWO, 'privolim-declaration.js', 'privolim-it.js'].sort())
  })
})

test.describe('the attribute integrity', () => {
  for (const name of ['privolim.js', 'privolim.standalone.js']) {
    test(`lets ${name} run where the hash is that of integrity.json`, async ({ page, widget, world }) => {
      servePage(world, `src="/privolim/${name}" integrity="${files[name]}" crossorigin="anonymous"`)
      await page.goto(`${HOME}one.html`)
      await expect(widget.question).toBeVisible()
    })
  }

  test('keeps out a file that was changed, and then nothing optional runs', async ({ page, widget, world }) => {
    world.serve(`${HOME}privolim/privolim.js`, async (_request, next) => {
      const answer = await next()
      return { ...answer, body: `${Buffer.from(answer.body!).toString()}\n` }
    })
    servePage(world, `src="/privolim/privolim.js" integrity="${files['privolim.js']}" crossorigin="anonymous"`)
    await page.goto(`${HOME}one.html`)
    expect(world.requests(`${HOME}privolim/privolim.js`)).toHaveLength(1)
    expect(await page.evaluate(() => typeof window.privolim)).toBe('undefined')
    expect(await widget.ran()).toEqual([])
  })
})
