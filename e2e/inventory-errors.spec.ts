import type { Page } from '@playwright/test'
import { expect, settle, test } from './support/widget.js'
import type { Answer } from './support/world.js'

const HOME = 'https://test.example/'
const INVENTORY = `${HOME}piskotki.json`

const controller = { name: 'Društvo za preskuse' }
const service = {
  id: 'stevec',
  name: 'Števec',
  category: 'analytics',
  provider: { name: 'Števec d.o.o.', country: 'SI' },
  cookies: [{ name: '_stevec', purpose: 'Loči obiskovalce.', duration: '13 mesecev' }],
}

const json = (inventory: unknown): Answer => ({
  type: 'application/json; charset=utf-8',
  body: typeof inventory === 'string' ? inventory : JSON.stringify(inventory),
})

interface Fault {
  readonly answer: Answer
  /** Code and path of each issue. */
  readonly issues: readonly (readonly [string, string])[]
  readonly slovenian: RegExp
  readonly english: RegExp
}

const FAULTS: Record<string, Fault> = {
  'nobody is responsible': {
    answer: json({ services: [service] }),
    issues: [['required', 'controller']],
    slovenian: /Manjka »controller«\. Dodajte/,
    english: /"controller" is missing\. Add it/,
  },
  'several things are wrong at once': {
    answer: json({
      controller,
      services: [{ ...service, category: 'statistika', cookies: [{ name: '_stevec', purpose: 'Loči.' }] }],
      policy: { url: 'javascript:alert(1)' },
    }),
    issues: [
      ['pattern', 'policy.url'],
      ['pattern', 'services[0].category'],
      ['required', 'services[0].cookies[0].duration'],
    ],
    slovenian: /»services\[0\]\.category«[^]*necessary, functional, analytics, marketing, embeds/,
    english: /"services\[0\]\.category"/,
  },
  'the address leads nowhere': {
    answer: { status: 404, type: 'text/html', body: '<h1>Te strani ni.</h1>' },
    issues: [['fetch', '']],
    slovenian: /Popisa na naslovu »\/piskotki\.json« ni bilo mogoče prebrati\. Preverite/,
    english: /"\/piskotki\.json" could not be read\. Check/,
  },
  'the address leads to a page': {
    answer: { type: 'text/html', body: '<!doctype html><title>Prva stran</title>' },
    issues: [['json', '']],
    slovenian: /Popis ni veljaven JSON[^]*Preverite/,
    english: /not valid JSON[^]*Check/,
  },
  'the JSON is broken': {
    answer: json('{ "controller": { "name": "Društvo" }, }'),
    issues: [['json', '']],
    slovenian: /Popis ni veljaven JSON[^]*Preverite vejice/,
    english: /not valid JSON[^]*Check commas/,
  },
  'it is no inventory at all': {
    answer: json('null'),
    issues: [['type', '']],
    slovenian: /Popis mora biti predmet/,
    english: /inventory/,
  },
  'the catalogue has no such service': {
    answer: json({ controller, services: [service, { use: 'neznana-storitev' }] }),
    issues: [['use-unknown', 'services[1].use']],
    slovenian: /»services\[1\]\.use«: storitve »neznana-storitev« katalog ne pozna/,
    english: /"services\[1\]\.use": the catalogue has no "neznana-storitev"/,
  },
  'a tracker is called necessary': {
    answer: json({
      controller,
      services: [service],
      cookies: [{ name: '_ga', purpose: 'Deluje.', duration: '2 leti' }],
    }),
    issues: [['tracker-necessary', 'cookies[0].name']],
    slovenian: /»cookies\[0\]\.name«: »_ga« je znan sledilni piškotek[^]*Prestavite/,
    english: /"cookies\[0\]\.name": "_ga" is a known tracker[^]*Move/,
  },
  'two services share an id': {
    answer: json({ controller, services: [service, { ...service, name: 'Drugi' }] }),
    issues: [['duplicate-id', 'services[1].id']],
    slovenian: /»services\[1\]\.id« je že uporabljen/,
    english: /"services\[1\]\.id" is used already/,
  },
}

/** Rejections that nobody handled, told by the page itself. */
const watchRejections = (page: Page) =>
  page.addInitScript(() => {
    const reasons: string[] = []
    Reflect.set(window, 'unhandled', reasons)
    addEventListener('unhandledrejection', ({ reason }) => reasons.push(String(reason)))
    addEventListener('error', ({ message }) => reasons.push(message))
  })

const unhandled = (page: Page) => page.evaluate(() => Reflect.get(window, 'unhandled') as string[])

const refusal = (page: Page) =>
  page.evaluate(() =>
    window.privolim!.ready.then(
      () => undefined,
      (error: Error & { issues: { code: string; path: string; message: string }[] }) => ({
        name: error.name,
        isError: error instanceof Error,
        message: error.message,
        issues: error.issues.map(({ code, path, message }) => ({ code, path, message })),
      }),
    ),
  )

for (const [name, { answer, issues, slovenian }] of Object.entries(FAULTS)) {
  test(`everything optional stays denied where ${name}`, async ({ page, widget, world, complaints }) => {
    await watchRejections(page)
    world.serve(INVENTORY, answer)
    await page.goto(HOME)
    // Before anything here listens to `ready`, which would handle what the page ought to.
    await expect.poll(() => complaints.errors).toHaveLength(1)
    expect(await unhandled(page)).toEqual([])
    const error = (await refusal(page))!
    expect(error).toMatchObject({ name: 'InventoryError', isError: true })
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual(issues)
    expect(error.issues.map(({ message }) => message).join('\n')).toMatch(slovenian)

    expect(complaints.errors[0]).toMatch(slovenian)

    await settle(page)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.question).toBeHidden()
    const ids = ['necessary', 'functional', 'analytics', 'marketing', 'embeds', 'stevec', 'neznana-storitev', 'site']
    const granted = await page.evaluate((all) => all.filter((id) => window.privolim!.granted(id)), ids)
    expect(granted).toEqual(['necessary'])
    expect(await widget.ran()).toEqual([])
    expect(world.hosts()).toEqual(['test.example'])
    expect(await page.context().cookies()).toEqual([])

    // Nor does anything that is tried later break the page or grant something.
    await page.evaluate(() => {
      const consent = window.privolim!
      consent.acceptAll()
      consent.save({ categories: { analytics: true } })
      consent.subscribe(() => undefined)()
    })
    await page.locator('a[href="#privolim"]').click()
    await settle(page)
    expect(await page.evaluate(() => window.privolim!.granted('analytics'))).toBe(false)
    expect(world.hosts()).toEqual(['test.example'])
    expect(await unhandled(page)).toEqual([])
    expect(complaints.uncaught).toEqual([])
    expect(complaints.errors).toHaveLength(1)
  })
}

test('every sentence is English where the tag says so', async ({ page, world, complaints }) => {
  for (const [name, { answer, english }] of Object.entries(FAULTS)) {
    await test.step(name, async () => {
      world.serve(INVENTORY, answer)
      complaints.errors.length = 0
      await page.goto(`${HOME}english.html`)
      expect((await refusal(page))?.message, name).toMatch(english)
      await expect.poll(() => complaints.errors, name).toHaveLength(1)
      expect(complaints.errors[0], name).toMatch(english)
    })
  }
})

test('an inventory that is missing altogether is said to be', async ({ page, world, widget, complaints }) => {
  const bare = '<!doctype html><html lang="sl"><script src="/privolim/privolim.js"></script><p>Stran'
  world.serve(`${HOME}bare.html`, bare)
  await page.goto(`${HOME}bare.html`)
  expect(await refusal(page)).toMatchObject({ name: 'InventoryError', issues: [{ code: 'fetch', path: '' }] })
  await expect.poll(() => complaints.errors).toHaveLength(1)
  expect(complaints.errors[0]).toMatch(/Popisa ni\. Znački dodajte data-inventory/)
  await expect(widget.question).toBeHidden()
})

test('an inventory that has gone wrong grants nothing of an old choice', async ({ page, widget, world }) => {
  await page.goto(HOME)
  await widget.acceptAll()
  await settle(page)
  const before = world.requests('*.tretji.example').length
  world.serve(INVENTORY, json({ controller, services: [{ ...service, provider: {} }] }))
  await page.goto(HOME)
  expect(await refusal(page)).toMatchObject({ issues: [{ code: 'required', path: 'services[0].provider.name' }] })
  await settle(page)
  expect(await page.evaluate(() => window.privolim!.granted('analytics'))).toBe(false)
  expect(world.requests('*.tretji.example')).toHaveLength(before)
})
