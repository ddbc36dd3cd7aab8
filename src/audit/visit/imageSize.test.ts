import { expect, test } from 'vitest'
import { imageSize, isPixel } from './imageSize'

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))

const GIF = bytes('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7')
const PNG = bytes('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==')

test('sizes are read from what GIF and PNG begin with', () => {
  expect(imageSize(GIF)).toEqual({ width: 1, height: 1 })
  expect(imageSize(GIF.subarray(0, 10))).toEqual({ width: 1, height: 1 })
  expect(imageSize(PNG)).toEqual({ width: 1, height: 1 })
})

test('of WebP, in the two forms that it has', () => {
  const webp = (kind: string, at: number, values: readonly number[]) => {
    const all = new Uint8Array(40)
    for (const [place, text] of [[0, 'RIFF'], [8, 'WEBP'], [12, kind]] as const) all.set(Buffer.from(text), place)
    all.set(values, at)
    return all
  }
  expect(imageSize(webp('VP8 ', 26, [2, 0, 3, 0]))).toEqual({ width: 2, height: 3 })
  // Fourteen bits each, less one.
  expect(imageSize(webp('VP8L', 21, [0x01, 0x80, 0x00, 0x00]))).toEqual({ width: 2, height: 3 })
})

test('anything else has no size, and what is cut off does not throw', () => {
  for (const one of [new Uint8Array(), Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), GIF.subarray(0, 5), PNG.subarray(0, 12)])
    expect(imageSize(one)).toBeUndefined()
})

test('three by three is seen by nobody', () => {
  expect([isPixel({ width: 3, height: 3 }), isPixel({ width: 1, height: 4 })]).toEqual([true, false])
})
