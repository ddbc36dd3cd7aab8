/** What its first digits, weighted from `first` downwards, leave of eleven; ten is written as nought, eleven by none. */
const checkDigit = (digits: string, first: number): number => {
  const sum = digits.split('').reduce((total, digit, index) => total + Number(digit) * (first - index), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest
}

/** As people write it: `SI 12345678`, `5828147 000`. */
const digitsOf = (text: string): string => text.replace(/^SI(?=[\s\d])/i, '').replace(/[\s.-]/g, '')

/** Whether it may be a Slovenian tax number (davčna številka): eight digits, the last of which follows from the others. */
export const isTaxNumber = (text: string): boolean => {
  const digits = digitsOf(text)
  return /^[1-9]\d{7}$/.test(digits) && checkDigit(digits.slice(0, 7), 8) === Number(digits[7])
}

/** Whether it may be a Slovenian registration number (matična številka): seven digits, or ten with those of a unit. */
export const isRegistrationNumber = (text: string): boolean => {
  const digits = digitsOf(text)
  return /^\d{7}(\d{3})?$/.test(digits) && checkDigit(digits.slice(0, 6), 7) === Number(digits[6])
}
