import type { Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import type { World } from '../support/world.js'
import { inline, openPage } from './openPage.js'

const others = (world: World) => world.hosts().filter((host) => host !== 'test.example')

const placeholders = (page: Page) => page.locator('[data-privolim-placeholder]')

test.beforeEach(({ world }) => {
  world.serve('*.video.example', '<!doctype html><title>x</title><p>VSEBINA</p>')
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
  world.serve('slika.video.example', { type: 'image/svg+xml', body: image })
  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')
  world.serve('vstavki.video.example', { type: 'image/gif', body: gif })
  world.serve('slog.video.example', { type: 'text/css', body: '@import "https://uvoz.video.example/b.css";' })
  world.serve('uvoz.video.example', { type: 'text/css', body: 'h1 { color: rgb(1, 2, 3) }' })
})

test('P17 a frame is set in place: it loads once, keeps its listeners and stays the same element', async ({
  page,
  world,
  widget,
}) => {
  await openPage(page, world, '<iframe title="x" data-privolim="video" data-src="https://a.video.example/"></iframe>')
  await expect(placeholders(page)).toHaveCount(1)
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')!
    Reflect.set(window, 'frame', frame)
    frame.addEventListener('load', () => (window.ran ||= []).push(new URL(frame.src).host))
  })
  const same = () => page.evaluate(() => document.querySelector('iframe') === Reflect.get(window, 'frame'))
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a.video.example'])
  expect(await same()).toBe(true)
  await page.evaluate(() => {
    window.privolim!.rescan()
    window.privolim!.acceptAll()
  })
  await settle(page)
  expect(await same()).toBe(true)
  expect(world.requests('a.video.example')).toHaveLength(1)
})

test.describe('everything that browsers fetch from', () => {
  const mark = 'data-privolim="video"'
  const HELD = `
    <picture><source ${mark} data-srcset="https://slika.video.example/source.svg">
      <img alt="" width="9" height="9" ${mark} data-src="https://slika.video.example/not-needed.svg"></picture>
    <img alt="" width="9" height="9" ${mark} data-srcset="https://slika.video.example/img.svg 1x">
    <video ${mark} data-src="https://posnetki.video.example/video"
      data-poster="https://slika.video.example/poster.svg"></video>
    <video><source ${mark} data-src="https://posnetki.video.example/source" type="video/mp4"></video>
    <audio ${mark} data-src="https://posnetki.video.example/audio" preload="auto"></audio>
    <object ${mark} data-data="https://vstavki.video.example/object" type="image/gif" width="99" height="99"></object>
    <embed ${mark} data-src="https://vstavki.video.example/embed" type="image/gif" width="99" height="99">`
  const HEAD = `<link rel="stylesheet" ${mark} data-href="https://slog.video.example/a.css">
    <link rel="preload" as="image" ${mark} data-href="https://slika.video.example/preload.svg">`

  test('P18 is held, and fetched when it is granted', async ({ page, world }) => {
    await openPage(page, world, HELD, { head: HEAD })
    await expect(placeholders(page)).toHaveCount(2)
    await settle(page)
    expect(others(world)).toEqual([])
    // No locators from here on: over WebDriver BiDi they wait for an <object> to navigate, which may never be told.
    await page.evaluate(() => window.privolim!.acceptAll())
    const paths = () => [...new Set(world.requests('*.video.example').map(({ host, path }) => host + path))].sort()
    await expect.poll(paths).toEqual([
      'posnetki.video.example/audio',
      'posnetki.video.example/source',
      'posnetki.video.example/video',
      'slika.video.example/img.svg',
      'slika.video.example/poster.svg',
      'slika.video.example/preload.svg',
      'slika.video.example/source.svg',
      'slog.video.example/a.css',
      'uvoz.video.example/b.css',
      'vstavki.video.example/embed',
      'vstavki.video.example/object',
    ])
    const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)
    await expect.poll(colour).toBe('rgb(1, 2, 3)')
    // Taken back, nothing of it is left to fetch from.
    await page.evaluate(() => window.privolim!.withdraw())
    await expect.poll(colour).not.toBe('rgb(1, 2, 3)')
    const live = '[data-privolim]:is([src], [srcset], [href], [data], [poster]):not(script)'
    await expect.poll(() => page.evaluate((all) => document.querySelectorAll(all).length, live)).toBe(0)
  })

  test('P18 is held in »srcdoc« too, as data-srcdoc', async ({ page, world, widget }) => {
    const text = "&lt;script&gt;parent.ran = ['srcdoc']&lt;/script&gt;"
    await openPage(page, world, `<iframe title="x" ${mark} data-srcdoc="${text}"></iframe>`)
    await expect(placeholders(page)).toHaveCount(1)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['srcdoc'])
  })

  test('P18 hints to fetch ahead from a declared host are warned of where data-watch asks for it', async ({
    page,
    world,
    complaints,
  }) => {
    const hints = ['preconnect', 'dns-prefetch', 'preload'].map(
      (rel) => `<link rel="${rel}" as="image" href="https://slika.video.example/${rel}.svg">`,
    )
    await openPage(page, world, '', { head: hints.join(''), tag: 'data-watch' })
    await expect.poll(() => complaints.warnings.join('\n')).toMatch(/preconnect[^]*slika\.video\.example/)
    for (const rel of ['dns-prefetch', 'preload']) expect(complaints.warnings.join('\n')).toContain(rel)
    complaints.warnings.length = 0
    await openPage(page, world, '', { head: hints.join('') })
    await settle(page)
    expect(complaints.warnings).toEqual([])
  })
})

test.describe('scripts that load pictures late and look for data-src', () => {
  const loader = `<script>addEventListener('load', () => {
    const late = document.querySelectorAll('img.lazyload, iframe.lazyload')
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting && target.dataset.src) target.src = target.dataset.src
    })
    for (const one of late) observer.observe(one)
  })</script>`
  const far = `<p style="height:3000px"></p>
    <img class="lazyload" alt="" data-privolim="video" data-src="https://slika.video.example/late.svg" width="9" height="9">
    <iframe class="lazyload" title="x" data-privolim="video" data-src="https://a.video.example/late"></iframe>`

  test('find nothing that is held, and what is granted is fetched all the same', async ({ page, world, widget }) => {
    await openPage(page, world, loader + far)
    await expect(placeholders(page)).toHaveCount(1)
    await expect(placeholders(page).getByRole('link')).toHaveAttribute('href', 'https://a.video.example/late')
    await page.evaluate(() => scrollTo(0, 9999))
    await settle(page)
    expect(world.hosts()).toEqual(['test.example'])
    await widget.acceptAll()
    await expect.poll(() => world.hosts().sort()).toEqual(['a.video.example', 'slika.video.example', 'test.example'])
  })

  test('that were quicker are told of, and what they released is held again', async ({ page, world, complaints }) => {
    await openPage(page, world, far)
    await expect(placeholders(page)).toHaveCount(1)
    await page.evaluate(() => {
      const image = document.querySelector<HTMLImageElement>('img.lazyload')!
      image.src = 'https://slika.video.example/late.svg'
      window.privolim!.rescan()
    })
    await expect(page.locator('img.lazyload')).not.toHaveAttribute('src')
    expect(complaints.errors).toEqual([expect.stringContaining('druga skripta')])
  })
})

test.describe('P16 a frame with a live src', () => {
  const live = '<iframe id="live" title="x" data-privolim="video" src="https://a.video.example/live"></iframe>'

  test('P16 LAB-8 loses its address neither by an answer nor by a withdrawal', async ({ page, world, widget }) => {
    await openPage(page, world, live)
    await widget.rejectAll()
    await widget.openByLink()
    await widget.acceptAll()
    await expect(page.frameLocator('#live').getByText('VSEBINA')).toBeVisible()
    await expect(page.locator('#live')).toHaveAttribute('src', 'https://a.video.example/live')
  })

  test('P16 LAB-8 is an error, is held from then on, and comes back when it is granted', async ({
    page,
    world,
    widget,
    complaints,
  }) => {
    await openPage(page, world, live)
    await expect(placeholders(page)).toHaveCount(1)
    await expect(page.locator('#live')).not.toHaveAttribute('src')
    await expect(page.locator('#live')).toHaveAttribute('data-src', 'https://a.video.example/live')
    expect(complaints.errors).toEqual([expect.stringContaining('data-src')])
    const before = world.requests('a.video.example').length
    await widget.rejectAll()
    await settle(page)
    expect(world.requests('a.video.example')).toHaveLength(before)
    await widget.openByLink()
    await widget.acceptAll()
    await expect(page.frameLocator('#live').getByText('VSEBINA')).toBeVisible()
    expect(complaints.errors).toHaveLength(1)
  })
})

test('P19 F1 nothing is kept in templates, and what stands in one of the page waits until it is taken out', async ({
  page,
  world,
  widget,
}) => {
  const marked = `<img alt="" data-privolim="video" data-src="https://slika.video.example/a.svg">
    <iframe title="x" data-privolim="video" data-src="https://a.video.example/t"></iframe>${inline('template')}`
  const frame = '<iframe title="x" data-privolim="video" data-src="https://a.video.example/"></iframe>'
  await openPage(page, world, `<template>${marked}</template>${frame}`)
  await expect(placeholders(page)).toHaveCount(1)
  await widget.rejectAll()
  await settle(page)
  expect(others(world)).toEqual([])
  const templates = () =>
    page.evaluate(() => {
      const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
      return roots.flatMap((root) => [...root.querySelectorAll('template')]).length
    })
  expect(await templates()).toBe(1)

  await page.evaluate(() => {
    const { content } = document.querySelector('template')!
    document.querySelector('main')!.append(content.cloneNode(true))
  })
  await expect(placeholders(page)).toHaveCount(2)
  await settle(page)
  expect(others(world)).toEqual([])
  await widget.openByLink()
  await widget.acceptAll()
  await expect.poll(() => others(world).sort()).toEqual(['a.video.example', 'slika.video.example'])
  await expect.poll(() => widget.ran()).toEqual(['template'])
  expect(await templates()).toBe(1)
})

test.describe('P20 a pixel in <noscript>', () => {
  const pixel = '<noscript><img alt="" src="https://slika.video.example/pixel.gif"></noscript>'

  test('P20 is not fetched where scripts run, whatever is answered', async ({ page, world, widget }) => {
    await openPage(page, world, pixel)
    await widget.acceptAll()
    await page.evaluate(() => window.privolim!.rescan())
    await settle(page)
    expect(others(world)).toEqual([])
  })

  test('P20 is warned of where data-watch asks for it', async ({ page, world, complaints }) => {
    await openPage(page, world, pixel, { tag: 'data-watch' })
    await expect.poll(() => complaints.warnings.join('\n')).toMatch(/noscript[^]*slika\.video\.example/)
  })
})
