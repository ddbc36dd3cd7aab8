import { describe, expect, test } from 'vitest'
import { emptyDraft, readLook } from './draft'
import { draftStorage } from './draftStorage'
import { openDraft, saveDraft } from './openDraft'

const errorOf = (text: string) => {
  const opened = openDraft(text)
  return 'error' in opened ? opened.error.sl : ''
}

describe('openDraft', () => {
  test('reads what was saved, and an inventory as it stands on a site', () => {
    const draft = { inventory: { controller: { name: 'A' } }, look: { ...emptyDraft.look, theme: 'klub' as const } }
    expect(openDraft(saveDraft(draft))).toEqual({ draft })
    expect(openDraft('\uFEFF{"cookies": []}')).toEqual({ draft: { inventory: { cookies: [] }, look: emptyDraft.look } })
  })

  test('says in which line JSON is broken', () => {
    expect(errorOf('{\n  "site": 1,\n  "policy" 2\n}')).toContain('vrstici 3')
    expect(errorOf('{\n  "site": {')).toContain('se prekine')
  })

  test('says what else is wrong', () => {
    expect(errorOf('  ')).toContain('prazna')
    expect(errorOf('[1]')).toContain('ni popisa')
    expect(errorOf('{"a": 1}')).toContain('manjkajo polja')
    expect(errorOf(`"${'x'.repeat(2_000_001)}"`)).toContain('prevelika')
  })
})

test('a look that was tampered with is read as far as it is one', () => {
  const read = readLook({
    position: 'left',
    theme: 'papir',
    properties: { accent: 'red;}*{display:none', radius: '4px', x: 1 },
  })
  expect(read).toEqual({ position: 'bar', theme: 'papir', properties: { radius: '4px' } })
})

describe('draftStorage', () => {
  test('keeps a draft', () => {
    const kept = new Map<string, string>()
    const storage = draftStorage(() => ({
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    }))
    expect(storage.load()).toBeUndefined()
    expect(storage.save({ ...emptyDraft, inventory: { cookies: [] } })).toBe(true)
    expect(storage.load()?.inventory).toEqual({ cookies: [] })
  })

  test('does without where the browser refuses', () => {
    const storage = draftStorage(() => {
      throw new Error('SecurityError')
    })
    expect(storage.load()).toBeUndefined()
    expect(storage.save(emptyDraft)).toBe(false)
  })
})
