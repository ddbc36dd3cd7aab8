import { CATEGORIES, type Inventory } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { declareCategory } from './declareCategory'
import { declareContacts } from './declareContacts'
import { declaredServices } from './declaredServices'
import { isOptional } from './isOptional'
import type { Tree } from './tree'

/** The visitor's own choice, in words. */
export interface SaidChoice {
  readonly said: string
  /** When it was made, and until when it holds. */
  readonly when: string
}

/**
 * The declaration of an inventory, as plain data: what is shown to a visitor and what stands in the page without any
 * script are made from this one description, so that they cannot say different things.
 * @param level of the categories' headings, 2 to 4
 * @param choice the visitor's; where it is not known, a link stands in its place and a word to those without JavaScript
 */
export const declare = (inventory: Inventory, words: Words, level: number, choice?: SaidChoice): Tree[] => {
  const services = declaredServices(inventory, words)
  const asks = services.some(isOptional)
  return [
    ...(asks ? declareChoice(words, choice) : [['p', {}, words('declaration.none')] satisfies Tree]),
    ...(services.length ? [] : [['p', {}, words('declaration.noneListed')] satisfies Tree]),
    ...CATEGORIES.flatMap((category) => {
      const own = services.filter((service) => service.category === category)
      return own.length ? [declareCategory(category, own, inventory, words, level)] : []
    }),
    ['hr', {}],
    ...declareContacts(inventory, words),
  ]
}

/** The two paragraphs are as high in both forms where one takes the other's place, so that nothing moves. */
const declareChoice = (words: Words, choice: SaidChoice | undefined): Tree[] => {
  const label = words('reopen.label')
  if (!choice)
    return [
      ['p', {}, ['noscript', {}, words('noscript')]],
      ['p', {}, ['a', { href: '#privolim' }, label]],
    ]
  const button: Tree = ['button', { 'type': 'button', 'data-privolim-action': 'preferences' }, label]
  return [
    ['p', {}, choice.said],
    ['p', {}, button, ' ', ['span', {}, choice.when]],
  ]
}
