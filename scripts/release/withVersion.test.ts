import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { VERSIONED, withVersion } from './withVersion.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

for (const name of Object.keys(VERSIONED)) {
  const text = readFileSync(name, 'utf8')

  test(`${name} says the version of package.json, and nothing but that changes in it`, () => {
    expect(withVersion(name, text, version)).toBe(text)
    const other = withVersion(name, text, '10.2.30')
    expect(other).not.toBe(text)
    expect(withVersion(name, other, version)).toBe(text)
  })
}

test('"private" is taken out where it is asked for', () => {
  const text = JSON.stringify({ name: 'privolim', version: '0.1.0', private: true })
  expect(JSON.parse(withVersion('package.json', text, '0.2.0', true))).toEqual({ name: 'privolim', version: '0.2.0' })
  expect(JSON.parse(withVersion('package.json', text, '0.2.0'))).toMatchObject({ private: true })
})
