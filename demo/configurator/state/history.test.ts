import { expect, test } from 'vitest'
import { begin, record, redo, undo } from './history'

test('undone and done again, step by step', () => {
  const three = record(record(begin('a'), 'b'), 'c')
  const one = undo(undo(three))
  expect(one.present).toBe('a')
  expect(undo(one).present).toBe('a')
  expect(redo(one).present).toBe('b')
  expect(redo(redo(redo(one))).present).toBe('c')
})

test('letters typed into one field are one step, into another a new one', () => {
  const typed = record(record(record(begin(''), 'K', 'name'), 'Kl', 'name'), 'Klub', 'name')
  expect(undo(typed).present).toBe('')
  expect(undo(record(typed, 'Klub, Koper', 'address')).present).toBe('Klub')
})

test('a step after an undo is a new one, also in the same field, and ends what could be done again', () => {
  const undone = undo(record(record(begin('a'), 'b'), 'c', 'x'))
  const after = record(undone, 'd', 'x')
  expect(after.future).toEqual([])
  expect(undo(after).present).toBe('b')
})

test('what is kept does not grow for ever', () => {
  let history = begin(0)
  for (let n = 1; n <= 1000; n++) history = record(history, n)
  expect(history.past).toHaveLength(200)
})

test('nothing changed is no step', () => {
  const history = begin('a')
  expect(record(history, 'a')).toBe(history)
})
