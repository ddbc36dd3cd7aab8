import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { findPhp } from './machine/php.mjs'
import { inWordPress } from '../wordpress/test/inWordPress.js'
import { expect, settle, test } from './support/widget.js'

const php = findPhp()

test.skip(!php, 'PHP is not installed: the plugin for WordPress is not run.')

const INVENTORY = {
  controller: { name: 'Društvo Češnja' },
  services: [
    {
      id: 'stevec',
      name: 'Števec',
      category: 'analytics',
      purpose: 'štetje obiskov',
      provider: { name: 'Števec d.o.o.', country: 'SI' },
      hosts: ['stevec.tretji.example'],
      cookies: [],
    },
  ],
}

test('the packed plugin asks on a page of WordPress, and the server hears the answer', async ({ page, world, widget }) => {
  const packed = spawnSync(process.execPath, ['wordpress/pack.mjs'], { encoding: 'utf8' })
  expect(packed.stdout).toMatch(/\d+ files/)
  const files = unzipSync(readFileSync('wordpress/privolim.zip'))
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['privolim/privolim.php', 'privolim/includes/tag.php', 'privolim/readme.txt']))

  const post = { privolim_inventory: JSON.stringify(INVENTORY) }
  const { options } = inWordPress(php!, { rights: ['manage_options'], nonce: 'privolim_save', post })
  const PLUGINS = '/wp-content/plugins/'
  world.serve('test.example', ({ path, headers }) => {
    if (path.startsWith(PLUGINS)) return { type: 'text/javascript', body: strFromU8(files[path.slice(PLUGINS.length)]!) }
    if (path !== '/') return undefined
    const { head, declaration, link, has } = inWordPress(php!, { options, cookie: headers.cookie ?? '' })
    return `<!doctype html><html lang="sl"><head><meta charset="utf-8">${head}<title>Društvo</title><link rel="icon" href="data:,"></head>
<body data-statistics="${String(has.statistics)}">${declaration}${link}
<script type="text/plain" data-privolim="stevec" src="https://stevec.tretji.example/a.js"></script></body></html>`
  })
  await page.goto('https://test.example/')
  await expect(widget.question).toContainText('Društvo Češnja')
  await expect(page.locator('[data-privolim-declaration]')).toContainText('Števec d.o.o.')
  await settle(page)
  expect(world.requests('stevec.tretji.example')).toEqual([])
  await expect(page.locator('body')).toHaveAttribute('data-statistics', 'false')
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a'])
  await page.reload()
  await expect(page.locator('body')).toHaveAttribute('data-statistics', 'true')
  await widget.openByLink()
})
