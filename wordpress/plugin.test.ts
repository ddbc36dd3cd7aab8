import { readdirSync, readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPhp, PHP_MISSING } from '../e2e/machine/php.mjs'
import { VECTORS } from '../e2e/server-rules/vectors'
import { VALUE } from '../src/tools/server/choicePattern'
import { inWordPress, type Scene } from './test/inWordPress'

const php = findPhp()
if (!php) console.warn(PHP_MISSING)

const INVENTORY = {
  controller: { name: 'Klub »Češnja« & prijatelji' },
  services: [{ use: 'google-analytics', account: 'G-1' }, { id: 'klepet', category: 'functional', cookies: [{ name: 'k' }] }],
}
const OWNER = { rights: ['manage_options'], nonce: 'privolim_save' } as const

const run = (scene: Scene = {}) => inWordPress(php!, scene)
const save = (text: unknown, more: Scene = {}) => run({ ...OWNER, post: { privolim_inventory: text }, ...more })
const kept = { options: { privolim_inventory: '{"controller":{"name":"Prej"}}' } }

describe.skipIf(!php)('the plugin for WordPress', () => {
  test('every file is right for PHP, and runs in WordPress alone', () => {
    const folder = join(import.meta.dirname, 'privolim')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.php'))
    expect(files.length).toBeGreaterThan(6)
    for (const file of files) {
      expect(spawnSync(php!, ['-l', join(folder, file)], { encoding: 'utf8' }).stdout).toContain('No syntax errors')
      expect(readFileSync(join(folder, file), 'utf8'), file).toMatch(/defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit/)
    }
  })

  test('the inventory and the tag come first in the head', () => {
    const { options } = save(JSON.stringify(INVENTORY))
    const { head } = run({ options })
    expect(head.indexOf('privolim-inventory')).toBeLessThan(head.indexOf('privolim.js'))
    expect(head.indexOf('privolim.js')).toBeLessThan(head.indexOf('/tema.js'))
    expect(head).toContain('src="https://test.example/wp-content/plugins/privolim/dist/privolim.js"')
    const [, text] = /<script type="application\/json" id="privolim-inventory">(.*)<\/script>/.exec(head)!
    expect(JSON.parse(text!)).toEqual(INVENTORY)
  })

  test('without an inventory nothing is printed, and the owner is told', () => {
    const { head, page } = run()
    expect(head).not.toContain('privolim')
    expect(page).toContain('Popisa še ni')
  })

  test('text of the inventory cannot end the element that it stands in', () => {
    const name = '</script><script>alert(1)</script><!--'
    const { options } = save(JSON.stringify({ ...INVENTORY, controller: { name } }))
    const { head, page } = run({ options })
    expect(head).not.toContain('alert(1)</script>')
    expect(head.match(/<\/script>/g)).toHaveLength(3)
    expect(page).not.toContain('<script>')
    // Whoever got at the database, too.
    expect(run({ options: { privolim_inventory: name } }).head.match(/<\/script>/g)).toHaveLength(3)
  })

  test.each([
    ['', /prazen/],
    ['{"controller":', /ni veljaven JSON/],
    ['[]', /predmet/],
    ['null', /predmet/],
    ['{}', /controller\.name/],
    ['{"controller":{"name":" "}}', /controller\.name/],
    ['{"controller":{"name":"K"},"services":{}}', /services: to mora biti seznam/],
    ['{"controller":{"name":"K"},"services":[1]}', /services\[0\]: storitev/],
    ['{"controller":{"name":"K"},"services":[{"id":"1","category":"ads"}]}', /services\[0\]\.id.*services\[0\]\.category/s],
    ['{"controller":{"name":"K"},"cookies":[{}]}', /cookies\[0\]\.name/],
    ['{"controller":{"name":"K"},"cookies":["a"]}', /cookies\[0\]\.name/],
    ['<!doctype html><p>', /ni veljaven JSON/],
    [`"${'a'.repeat(500_001)}"`, /prevelik/],
    ['['.repeat(600), /ni veljaven JSON/],
    [['{}'], /prazen/],
  ])('%.40s is refused with what to do, and the one before holds', (text, why) => {
    const { options, page, redirect } = save(text, kept)
    expect(options.privolim_inventory).toBe(kept.options.privolim_inventory)
    expect(page).toMatch(/role="alert"/)
    expect(page).toMatch(why)
    expect(redirect).toContain('page=privolim')
  })

  test('what was refused is handed back to be corrected, and says in English what to do', () => {
    const { page } = save('{"controller": {"name": "K"}, }', { ...kept, locale: 'en_GB' })
    expect(page).toContain('{&quot;controller&quot;: {&quot;name&quot;: &quot;K&quot;}, }')
    expect(page).toContain('not valid JSON')
  })

  test('what Windows puts before the text is no fault, and letters stay what they are', () => {
    const { options, page } = save(`\uFEFF${JSON.stringify(INVENTORY)}`)
    expect(options.privolim_inventory).toContain('Klub »Češnja«')
    expect(page).toContain('Shranjeno')
  })

  test('nobody else may save, and nobody by a form of another site', () => {
    expect(save(JSON.stringify(INVENTORY), { rights: ['edit_posts'] })).toMatchObject({ refused: 'rights 403', options: [] })
    expect(save(JSON.stringify(INVENTORY), { nonce: 'other' })).toMatchObject({ refused: 'nonce', options: [] })
    expect(run().menu).toEqual(['Privolim', 'manage_options', 'privolim'])
  })

  test('the place is one of three', () => {
    const post = (privolim_position: unknown) =>
      run({ ...OWNER, post: { privolim_inventory: JSON.stringify(INVENTORY), privolim_position } })
    expect(post('corner').head).toContain('data-position="corner"')
    for (const wrong of ['"><script>', ['corner'], 'bar']) expect(post(wrong).head).not.toContain('data-position')
  })

  test('shortcodes write the declaration and the way back', () => {
    expect(run()).toMatchObject({
      declaration: '<div data-privolim-declaration></div>',
      link: '<a href="#privolim">Nastavitve piškotkov</a>',
    })
    expect(run({ locale: 'en_GB' }).link).toContain('>Cookie settings<')
    expect(run({ attributes: { besedilo: '<b>Piškotki' } }).link).toContain('>&lt;b&gt;Piškotki<')
  })

  const whole = (flags: string) => `privolim=1.n1.${flags}.ttp1f5p.rhf0fof.wsave_sl`
  const NOTHING = { 'functional': true, 'preferences': false, 'statistics': false, 'statistics-anonymous': false, 'marketing': false }

  test.each([
    ['none', undefined, {}],
    ['refused', whole('f0.a0.m0.e0'), {}],
    ['all', whole('f1.a1.m1.e1'), { 'preferences': true, 'statistics': true, 'statistics-anonymous': true, 'marketing': true }],
    ['analytics among others', `a=1; ${whole('f0.a1.m0.e0')}; b=2`, { 'statistics': true, 'statistics-anonymous': true }],
    ['another name', `x${whole('f1.a1.m1.e1')}`, {}],
    ['in another value', `a="; ${whole('f1.a1.m1.e1')}x!"`, {}],
    ['damaged', whole('f1.a1.m1'), {}],
    ['tampered', whole('f1.a2.m1.e1'), {}],
    ['of the future', 'privolim=1.n1.f1.a1.m1.e1.tzzzzzz.rhf0fof', {}],
    ['with a line break', `${whole('f1.a1.m1.e1')}%0A`, {}],
  ])('plugins that ask on the server hear what the cookie says: %s', (_, cookie, granted) => {
    const { has, type, registered } = run(cookie === undefined ? {} : { cookie })
    // What is no category of theirs stays theirs.
    expect(has).toEqual({ ...NOTHING, ...granted, other: true })
    expect({ type, registered }).toEqual({ type: 'optin', registered: true })
  })

  test('it reads the cookie as all servers do', () => {
    expect(readFileSync(join(import.meta.dirname, 'privolim/includes/choice.php'), 'utf8')).toContain(`'${VALUE}'`)
    // The browser deletes what has expired; and of a category one service alone may be refused.
    const vectors = VECTORS.filter(({ name, cookie = '' }) => name !== 'expired' && !cookie.includes('~0'))
    expect(vectors.length).toBeGreaterThan(50)
    const { granted } = run({ cookies: vectors.map(({ cookie = '' }) => cookie) })
    const expected = vectors.map(({ granted: ids, counted = ids }) => [
      ...(counted.includes('klepet') ? ['preferences'] : []),
      ...(counted.includes('stevec') && counted.includes('merilnik') ? ['statistics'] : []),
      ...(counted.includes('oglasi') ? ['marketing'] : []),
    ])
    expect(vectors.map(({ name }, index) => [name, granted![index]])).toEqual(vectors.map(({ name }, index) => [name, expected[index]]))
  })

  test('who removes it removes what it kept', () => {
    const { options } = run({ options: { privolim_inventory: '{}', privolim_position: 'bar', blogname: 'Klub' }, uninstall: true })
    expect(options).toEqual({ blogname: 'Klub' })
  })
})
