import { expect, test } from 'vitest'
import { link } from './link'

test.each(['https://x.si/a', 'http://x.si', 'mailto:a@x.si', 'tel:+38612345678', '/zasebnost', 'zasebnost', '#a', '?a:b', '//x.si'])(
  '%s is linked, in the same window',
  (href) => {
    expect(link(href, 'x')).toEqual(['a', { href, rel: 'noopener noreferrer' }, 'x'])
  },
)

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)//https://x.si',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://x.si/1',
])('%j is text alone', (href) => {
  expect(link(href, 'x')).toBe('x')
})
