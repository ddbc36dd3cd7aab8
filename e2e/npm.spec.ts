import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const built = (name: string) => new URL(`../dist/${name}`, import.meta.url)

interface Door {
  start(inventory: unknown): {
    readonly ready: Promise<void>
    readonly needsChoice: boolean
    granted(id: string): boolean
    acceptAll(): void
  }
  readonly InventoryError: new (issues: readonly object[]) => Error
}

interface Tools {
  validateInventory(json: unknown, language?: string): { readonly path: string; readonly message: string }[]
  parseDuration(text: string): { readonly iso?: string }
}

test('LAB-13 the npm door can be imported on a server, where all is denied and nothing happens', async () => {
  const { start, InventoryError } = (await import(built('index.js').href)) as Door
  const consent = start({ controller: { name: 'Društvo' }, services: [{ use: 'google-analytics' }] })
  await consent.ready
  consent.acceptAll()
  expect([consent.granted('necessary'), consent.granted('analytics'), consent.granted('google-analytics')]).toEqual([
    true,
    false,
    false,
  ])
  expect(consent.needsChoice).toBe(false)
  expect(new InventoryError([]).name).toBe('InventoryError')
  for (const types of ['types/index.d.ts', 'types/tools/index.d.ts']) expect(existsSync(built(types)), types).toBe(true)
})

test('the tools run in Node', async () => {
  const { validateInventory, parseDuration } = (await import(built('tools.js').href)) as Tools
  expect(parseDuration('1440 ur').iso).toBe('PT1440H')
  expect(validateInventory({ controller: {} })).toMatchObject([{ path: 'controller.name' }])
  expect(validateInventory({ controller: {} })[0]!.message).toContain('Manjka »controller.name«')
  expect(validateInventory({ controller: {} }, 'en')[0]!.message).toContain('is missing')
})
