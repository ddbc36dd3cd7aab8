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
 * @param keeps see `declaredServices`
 * @param choice the visitor's; where it is not known, a link stands for the button, and a word to those without JavaScript
 */
export const declare = (inventory: Inventory, words: Words, level: number, choice?: SaidChoice, keeps?: boolean): Tree[] => {
  const services = declaredServices(inventory, words, keeps)
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

/**
 * Without a script nothing has been chosen, and that is said. It is what a first visitor is told as well, so that nothing
 * moves on the page when the one takes the other's place.
 */
const declareChoice = (words: Words, choice: SaidChoice | undefined): Tree[] => {
  const label = words('reopen.label')
  if (!choice)
    return [
      ['p', {}, words('declaration.choice.unset')],
      ['p', {}, ['a', { href: '#privolim' }, label]],
      ['noscript', {}, ['p', {}, words('noscript')]],
    ]
  const button: Tree = ['button', { 'type': 'button', 'data-privolim-action': 'preferences' }, label]
  return [
    ['p', {}, choice.said],
    ['p', {}, button, ' ', ['span', {}, choice.when]],
  ]
}
