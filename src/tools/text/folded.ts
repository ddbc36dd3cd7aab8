import { oneLine } from './plain'

/** On one line, in small letters without marks (»čšžđ« as `cszd`), to be compared or searched. */
export const folded = (text: string): string =>
  oneLine(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
