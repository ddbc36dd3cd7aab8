import { expect, test } from 'vitest'
import { imageSize, isPixel } from './imageSize'

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

test('the smallest pictures there are', () => {
  expect(imageSize(bytes('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'))).toEqual({ width: 1, height: 1 })
  expect(imageSize(bytes('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='))).toEqual({ width: 1, height: 1 })
  expect(imageSize(bytes('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='))).toEqual({ width: 1, height: 1 })
})

test('what is no picture has no size', () => {
  expect(imageSize(new Uint8Array())).toBeUndefined()
  expect(imageSize(new TextEncoder().encode('<!doctype html><title>404</title>'))).toBeUndefined()
})

test('nobody sees three by three, and a picture is seen', () => {
  expect(isPixel({ width: 3, height: 3 })).toBe(true)
  expect(isPixel({ width: 300, height: 3 })).toBe(false)
})
