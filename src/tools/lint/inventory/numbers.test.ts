import { describe, expect, test } from 'vitest'
import { isRegistrationNumber, isTaxNumber } from './numbers'

describe('a tax number', () => {
  test.each(['47342617', 'SI47342617', 'si 47342617', ' SI 4734 2617'.trim()])('%s', (text) => {
    expect(isTaxNumber(text)).toBe(true)
  })

  test.each(['', '47342616', '4734261', '473426170', '07342617', 'HR47342617', '12345678', 'SI'])('%j is none', (text) => {
    expect(isTaxNumber(text)).toBe(false)
  })

  test('whose check digit would be ten ends in nought, and none has eleven', () => {
    const ends = (start: string) => Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter(isTaxNumber)
    // 8·1 + 2·2 = 12, one over eleven; 8·1 + 3·1 = 11
    expect(ends('1000002')).toEqual(['10000020'])
    expect(ends('1000010')).toEqual([])
  })
})

describe('a registration number', () => {
  test.each(['5828147000', '5828147', '5630347000', '5637988', '5828147 000'])('%s', (text) => {
    expect(isRegistrationNumber(text)).toBe(true)
  })

  test.each(['', '5828148000', '5828147001x', '58281470', '1234567', '582814'])('%j is none', (text) => {
    expect(isRegistrationNumber(text)).toBe(false)
  })
})
