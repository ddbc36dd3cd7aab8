import type { PageOptions } from '../core/parts'
import { declaration as sl } from '../texts/sl/declaration'
import { table } from '../texts/sl/table'
import { createWords } from '../texts/words'
import { adoptStyles } from '../ui/adoptStyles'
import styles from './declaration.css?inline'
import { fillDeclaration } from './fillDeclaration'

const words = createWords('sl', { ...table, ...sl })
let styled = false

/**
 * Fills every `<div data-privolim-declaration>`: the public table of the inventory, in the page's own type. Plain DOM,
 * since the policy page is read long after the question.
 */
export const fillDeclarations = ({ consent }: PageOptions): void => {
  if (!styled) adoptStyles(document, styles)
  styled = true
  for (const place of document.querySelectorAll<HTMLElement>('[data-privolim-declaration=""]')) {
    place.dataset.privolimDeclaration = 'filled'
    fillDeclaration(place, consent, words)
  }
}
