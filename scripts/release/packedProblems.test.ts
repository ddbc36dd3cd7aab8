import { expect, test } from 'vitest'
import { packedProblems, REQUIRED } from './packedProblems.mjs'

test('what is missing and what is too much are named', () => {
  expect(packedProblems(REQUIRED)).toEqual([])
  const packed = [...REQUIRED.filter((file) => file !== 'dist/cli.js'), 'dist/modules/core/page.js', 'dist/.env', 'src/index.ts']
  expect(packedProblems(packed)).toEqual([
    'dist/cli.js is missing',
    'dist/.env is not to be shipped',
    'src/index.ts is not to be shipped',
  ])
})
