import type { RunningConsent } from '../core/consent/types'
import type { Words } from '../texts/words'
import { declare } from '../tools/declaration/declare'
import { isOptional } from '../tools/declaration/isOptional'
import { sayChoice } from './sayChoice'
import { keepsAnswer } from '../unasked/keepsAnswer'
import { toDom } from './toDom'

/**
 * Fills one place with the declaration and the visitor's choice. What stands there for
 * those without JavaScript goes; the level of its first heading stays.
 */
export const fillDeclaration = (place: HTMLElement, consent: RunningConsent, words: Words): void => {
  const level = place.querySelector('h2,h3,h4')?.localName[1] ?? 3
  place.lang = words.language
  const trees = declare(consent.inventory, words, Number(level), sayChoice(consent, words), keepsAnswer(consent))
  place.replaceChildren(...trees.map(toDom))
  if (!consent.inventory.services.some(isOptional)) return
  const [said, way] = place.children
  // Only the text: the button has the focus when the preferences are closed again.
  updates.set(place, () => {
    const now = sayChoice(consent, words)
    said!.textContent = now.said
    way!.lastElementChild!.textContent = now.when
  })
}

/** How each place that says the choice says it anew. A view of an application that has been left takes its own along. */
const updates = new WeakMap<Element, () => void>()

/** Brings the choice up to date wherever it is said. */
export const updateDeclarations = (): void => {
  for (const place of document.querySelectorAll('[data-privolim-declaration]')) updates.get(place)?.()
}
