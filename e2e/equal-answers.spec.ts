import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { HOME, LANGUAGES, serveInventory, servePage, twoFrames } from './support/asking.js'
import { expect, test, type Widget } from './support/widget.js'

type Layer = 'question' | 'preferences'

const LAYERS: readonly Layer[] = ['question', 'preferences']

const open = async (widget: Widget, layer: Layer) => {
  await expect(widget.host.getByRole('region')).toBeVisible()
  if (layer === 'preferences') await widget.customize()
}

/** All that can be computed of the two answers that are in sight; runs in the page. */
const computed = () => {
  const root = document.querySelector('#privolim')!.shadowRoot!
  const isSeen = (button: HTMLElement) => button.offsetWidth > 0
  const find = (action: string) =>
    [...root.querySelectorAll<HTMLElement>(`[data-privolim-action="${action}"]`)].find(isSeen)!
  const rgba = (color: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? []
    return [red, green, blue, alpha] as const
  }
  const luminance = (color: string) => {
    const [red, green, blue] = rgba(color).map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const describe = (action: string) => {
    const button = find(action)
    const style = getComputedStyle(button)
    const names = [...style, 'translate', 'rotate', 'scale', 'font', 'outline', 'border', 'background']
    // Of these only the size in pixels is told, and that is compared by itself.
    const size = /^((inline|block)-size|width|height|(perspective|transform)-origin)$/
    const words = document.createRange()
    words.selectNodeContents(button)
    const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size
    const { left, top, right, bottom, width, height } = button.getBoundingClientRect()
    const [ink, ground] = [luminance(style.color), luminance(style.backgroundColor)]
    return {
      tag: button.tagName,
      look: Object.fromEntries(names.filter((name) => !size.test(name)).map((name) => [name, style.getPropertyValue(name)])),
      box: { left, top, width, height },
      lines,
      isOnTop: root.elementFromPoint((left + right) / 2, (top + bottom) / 2) === button,
      contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05),
      before: button.previousElementSibling?.getAttribute('data-privolim-action') ?? '',
      after: button.nextElementSibling?.getAttribute('data-privolim-action') ?? '',
      holdsItsWords: button.scrollWidth <= button.clientWidth && button.scrollHeight <= button.clientHeight,
    }
  }
  return { reject: describe('reject-all'), accept: describe('accept-all') }
}

/**
 * The two are alike in all that a style sheet can say, in place and in size.
 * @param words whether their words are ours, which are as many in both
 */
const expectAlike = async (page: Page, where: string, words = true) => {
  await twoFrames(page)
  const { reject, accept } = await page.evaluate(computed)
  expect(Object.keys(reject.look).length, where).toBeGreaterThan(200)
  expect(accept.look, where).toEqual(reject.look)
  for (const side of ['width', 'height', 'top'] as const)
    expect(Math.abs(accept.box[side] - reject.box[side]), `${where}: ${side}`).toBeLessThanOrEqual(1)
  const gap = accept.box.left - (reject.box.left + reject.box.width)
  expect(gap, where).toBeGreaterThanOrEqual(0)
  expect(gap, where).toBeLessThanOrEqual(16)
  const rest = { reject: [reject.tag, reject.before, reject.after], accept: [accept.tag, accept.before, accept.after] }
  expect(rest, where).toEqual({ reject: ['BUTTON', '', 'accept-all'], accept: ['BUTTON', 'reject-all', ''] })
  expect([reject.isOnTop, accept.isOnTop], where).toEqual([true, true])
  expect(accept.contrast / reject.contrast, where).toBeCloseTo(1, 2)
  if (words) expect(accept.lines, where).toBe(reject.lines)
  return { reject, accept }
}

/**
 * The ground of both as it is drawn, beside the words: what is computed says nothing of what shines through.
 * @returns how far their pixels are from each other; up to two is what mixing colours rounds away
 */
const differenceOf = async (page: Page): Promise<number> => {
  const shot = (await page.screenshot({ animations: 'allow', caret: 'initial' })).toString('base64')
  const { reject, accept } = await page.evaluate(computed)
  return page.evaluate(
    async ({ image, boxes }) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob())
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })!
      context.drawImage(bitmap, 0, 0)
      const [one, other] = boxes.map(({ left, top, height, width }) =>
        // The left edge and what is below it: no word reaches there.
        [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share) => [
          ...context.getImageData(Math.round(left + 2), Math.round(top + height * share), 1, 1).data,
          ...context.getImageData(Math.round(left + width * share), Math.round(top + height - 3), 1, 1).data,
        ]),
      ) as [number[], number[]]
      return Math.max(...one.map((value, index) => Math.abs(value - other[index]!)))
    },
    { image: shot, boxes: [reject.box, accept.box] },
  )
}

const SIZES = [[320, 568], [360, 640], [768, 1024], [1440, 900]] as const

test.beforeEach(({ world }) => serveInventory(world))

test.describe('in our own look', () => {
  for (const language of LANGUAGES) {
    test(`they are alike at every width, wherever the question stands: ${language}`, async ({ page, widget, world }) => {
      test.slow()
      servePage(world, { tag: `data-lang="${language}"` })
      await page.goto(HOME)
      await open(widget, 'question')
      for (const position of ['bar', 'corner', 'centre']) {
        await widget.host.evaluate((host, where) => (host.dataset['privolimPosition'] = where), position)
        for (const [width, height] of SIZES) {
          await page.setViewportSize({ width, height })
          const { reject, accept } = await expectAlike(page, `${position}, ${width}`)
          expect([reject.holdsItsWords, accept.holdsItsWords], `${position}, ${width}`).toEqual([true, true])
          expect(reject.contrast).toBeGreaterThanOrEqual(4.5)
        }
      }
      await open(widget, 'preferences')
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        const { reject, accept } = await expectAlike(page, `preferences, ${width}`)
        expect([reject.holdsItsWords, accept.holdsItsWords], `preferences, ${width}`).toEqual([true, true])
      }
    })
  }

  const MEDIA = {
    'dark': { colorScheme: 'dark' },
    'forced colours': { forcedColors: 'active' },
    'more contrast': { contrast: 'more' },
    'dark, more contrast': { colorScheme: 'dark', contrast: 'more' },
  } as const

  for (const [name, media] of Object.entries(MEDIA)) {
    test(`${name}: alike, and legible`, async ({ page, widget, world, browserName }) => {
      test.skip(browserName === 'firefox', 'WebDriver BiDi cannot set the colours of Firefox ESR')
      servePage(world)
      await page.emulateMedia({ colorScheme: 'light', ...media })
      await page.goto(HOME)
      for (const layer of LAYERS) {
        await open(widget, layer)
        const { reject } = await expectAlike(page, layer)
        expect(reject.contrast, layer).toBeGreaterThanOrEqual(4.5)
        expect(await differenceOf(page), layer).toBe(0)
      }
    })
  }
})

/** What style sheets have tried, or could. Those after the first few need a browser of today. */
const ATTACKS: Record<string, string> = {
  'parts by their answer': `#privolim::part(reject), #privolim::part(reject-all) { opacity: 0.2 }
    #privolim::part(accept), #privolim::part(accept-all) { font-size: 40px }`,
  'parts by their place': `#privolim::part(answer):nth-child(1), #privolim::part(answer):first-child { display: none }
    #privolim::part(answer):last-of-type { font-size: 40px }`,
  'from outside': `#privolim [data-privolim-action='reject-all'], [data-privolim-action='reject-all'] { visibility: hidden }
    #privolim *, #privolim button, button { font-size: 9px; background: grey } [data-privolim-action='accept-all'] { scale: 2 }`,
  'one over the other, by the grid': '#privolim::part(answer) { grid-area: 1 / 1 }',
  'one over the other, by position': '#privolim::part(answer) { position: absolute !important; inset: 0; width: 200px }',
  'one over the other, by a margin': '#privolim::part(answer) { margin-left: -150px; width: 200%; float: left }',
  'by an attribute': `#privolim::part(answer) { --which: attr(data-privolim-action);
    background-color: if(style(--which: "accept-all"): rgb(0, 120, 0); else: rgb(230, 230, 230)) }`,
  'by their number': `#privolim::part(answer) { font-size: calc(8px * sibling-index());
    letter-spacing: calc(2px * sibling-index()); border: calc(1px * sibling-index()) solid red }`,
  'columns unlike': `#privolim::part(answers), #privolim::part(pair), #privolim::part(foot)
    { grid-template-columns: 1fr 4fr !important; display: block !important; direction: rtl }`,
  'something before them': `#privolim::part(answers)::before, #privolim::part(answer)::before
    { content: ''; width: 100px; height: 50px; display: block }`,
  'something over one of them': `#privolim::part(banner)::after, #privolim::part(preferences)::after, #privolim::part(foot)::after
    { content: ''; position: absolute; inset: 0 50% 0 0; background: white; z-index: 2147483647 }`,
  'the third button over the first': `#privolim::part(more), #privolim::part(save) { position: relative; z-index: 9;
    background: white; margin-top: -60px }`,
  'the text over the first': `#privolim::part(text), #privolim::part(body) { position: relative; z-index: 2147483647;
    margin-bottom: -90px; background: white }`,
  'half of it cut off': `#privolim::part(banner), #privolim::part(preferences)
    { clip-path: inset(0 0 0 50%); mask: linear-gradient(90deg, #0001 50%, black 50%); filter: url(#none) }`,
  'in perspective': '#privolim::part(banner), #privolim::part(preferences) { transform: perspective(200px) rotateY(30deg) }',
  'a picture that stands still behind both': `#privolim::part(answer) {
    background: linear-gradient(90deg, grey 50%, green 50%) fixed }`,
  'a ground that shines through': `#privolim { --privolim-accent: transparent }
    #privolim::part(banner), #privolim::part(preferences) { background: linear-gradient(90deg, white 40%, black 60%) }`,
  'as they are scrolled': `@keyframes fade { from { background: white } to { background: red } }
    #privolim::part(answer) { animation: fade linear both; animation-timeline: view(inline) }`,
  'a custom property with a picture': ':root { --privolim-accent: linear-gradient(90deg, grey 50%, green 50%) fixed }',
  'a shadow within': `:root { --privolim-accent: #0000; --privolim-shadow: inset 50vw 0 0 red }`,
  'our own names': `#privolim { --_accent: red; --_on-accent: attr(id); --_radius: 9px 0 }
    #privolim::part(answer) { --_accent: attr(data-privolim-action) }`,
  'turned round': '#privolim { direction: rtl; writing-mode: vertical-rl; text-align: right; word-spacing: 40px; text-indent: 3em }',
}

/** Says the same on every run. */
const chance = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}

/** Every custom property that the built files read. */
const PROPERTIES = [
  ...new Set(
    ['ui', 'preferences', 'receipt', 'notice'].flatMap(
      (name) => readFileSync(new URL(`../dist/privolim-${name}.js`, import.meta.url), 'utf8').match(/--privolim-[\w-]+/g) ?? [],
    ),
  ),
]

const VALUES = [
  'red', '#fff', 'rgb(0 0 0 / 0.3)', 'transparent', 'currentColor', 'Canvas', 'inherit', 'initial', 'unset', 'none', '0',
  '3px', '50%', '30px 2px', '1.5em', '12px dashed lime', 'thick double', 'calc(100% - 20px)', 'monospace', 'serif, cursive',
  'italic 900 30px fantasy', '0 0 0 9px red', 'inset 40vw 0 0 #f00', 'linear-gradient(90deg, white 50%, black 50%)',
  'linear-gradient(90deg, white 50%, black 50%) fixed', 'url(x.png) left / 50% no-repeat', 'attr(data-privolim-action)',
  'var(--privolim-text)', '!', '}', 'a b c', '',
]

test.describe('whatever a site\'s style sheets say', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'the same rules of style, which take Firefox many minutes to compute at every size; a few of them are computed there too')
  test.slow()

  for (const layer of LAYERS) {
    test(`they are alike in the ${layer}`, async ({ page, widget, world }) => {
      servePage(world)
      await page.setViewportSize({ width: 1024, height: 760 })
      await page.goto(HOME)
      await open(widget, layer)
      await page.evaluate(() => document.head.append(Object.assign(document.createElement('style'), { id: 'attack' })))
      for (const [name, css] of Object.entries(ATTACKS)) {
        await page.evaluate((text) => (document.querySelector('#attack')!.textContent = text), css)
        for (const width of [1024, 360]) {
          await page.setViewportSize({ width, height: 760 })
          await expectAlike(page, `${name}, ${width}`, false)
          expect(await differenceOf(page), `${name}, ${width}`).toBeLessThan(3)
        }
      }
    })

    test(`custom properties do not tell them apart in the ${layer}`, async ({ page, widget, world }) => {
      expect(PROPERTIES.length).toBeGreaterThan(8)
      servePage(world)
      await page.setViewportSize({ width: 1024, height: 760 })
      await page.goto(HOME)
      await open(widget, layer)
      const next = chance(2026)
      const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)]!
      for (let round = 0; round < 40; round++) {
        const said = Object.fromEntries(PROPERTIES.map((property) => [property, pick(VALUES)]))
        await page.evaluate((properties) => {
          const { style } = document.querySelector<HTMLElement>('#privolim')!
          for (const [property, value] of Object.entries(properties)) {
            style.removeProperty(property)
            style.setProperty(property, value)
          }
        }, said)
        await expectAlike(page, JSON.stringify(said), false)
        if (round % 4 === 0) expect(await differenceOf(page), JSON.stringify(said)).toBeLessThan(3)
      }
    })
  }

  test('what it says of the answers holds for both', async ({ page, widget, world }) => {
    const css = `#privolim { --privolim-accent: rgb(120, 0, 40); --privolim-on-accent: rgb(255, 250, 240);
        --privolim-radius: 20px; --privolim-font: monospace }
      #privolim::part(answer) { text-transform: uppercase; letter-spacing: 1px; border: 3px solid rgb(1, 2, 3) }`
    servePage(world, { head: `<style>${css}</style>` })
    await page.goto(HOME)
    for (const layer of LAYERS) {
      await open(widget, layer)
      const { accept } = await expectAlike(page, layer)
      expect(accept.look).toMatchObject({
        'background-color': 'rgb(120, 0, 40)',
        'color': 'rgb(255, 250, 240)',
        'border-top-left-radius': '20px',
        'font-family': 'monospace',
        'text-transform': 'uppercase',
        'letter-spacing': '1px',
        'border-left-width': '3px',
        'border-left-color': 'rgb(1, 2, 3)',
      })
    }
  })
})

test('a site\'s own words, one longer than the other, leave them the same size', async ({ page, widget, world }) => {
  test.slow()
  servePage(world)
  for (const [accept, reject] of [
    ['Da', 'Ne'],
    ['Strinjam se', 'Ne strinjam se'],
    ['Privolim', 'Ne privolim'],
    ['Dovoli vse piškotke', 'Zavrni piškotke'],
    ['Uporabljajte vse možnosti', 'Samo nujne možnosti'],
  ] as const) {
    serveInventory(world, { texts: { 'banner.acceptAll': accept, 'banner.rejectAll': reject } })
    await page.goto(HOME)
    for (const layer of LAYERS) {
      await open(widget, layer)
      await expect(widget.action('accept-all')).toHaveText(accept)
      await expect(widget.action('reject-all')).toHaveText(reject)
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        await expectAlike(page, `${accept}, ${layer}, ${width}`, false)
      }
    }
  }
})
