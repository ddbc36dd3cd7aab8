import type { PageOptions } from '../core/parts'
import { declaration as sl } from '../texts/sl/declaration'
import { table } from '../texts/sl/table'
import { speak } from '../texts/speak'
import { adoptStyles } from '../ui/adoptStyles'
import styles from './declaration.css?inline'
import { fillDeclaration, updateDeclarations } from './fillDeclaration'

let styled = false

/**
 * Fills every `<div data-privolim-declaration>`: the public table of the inventory, in the page's own type. Plain DOM,
 * since the policy page is read long after the question.
 */
export const fillDeclarations = async (options: PageOptions): Promise<void> => {
  if (!styled) {
    adoptStyles(document, styles)
    // Once, however many views with a declaration come and go.
    options.consent.subscribe(updateDeclarations)
  }
  styled = true
  const words = await speak({ ...table, ...sl }, options)
  for (const place of document.querySelectorAll<HTMLElement>('[data-privolim-declaration=""]')) {
    place.dataset.privolimDeclaration = 'filled'
    fillDeclaration(place, options.consent, words)
  }
}
