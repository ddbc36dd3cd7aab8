import type { Mistake } from '../core/parts'
import { report, warn } from '../core/report'
import { whatIsWrong } from './whatIsWrong'

const said = new Set<string>()

/** Tells whoever keeps the site, in its console, what is wrong with a page and what to write instead. */
export const complain = (about: Mistake): void => {
  if (about instanceof Element) {
    // Data harms nobody.
    if (!/^$|^text\/plain$|javascript|^module$/.test(about.type)) return
    return report(`${whatIsWrong(about)}\n${beginningOf(about)}`)
  }
  const message = about ? `»${about}« ni v popisu (unknown id)` : 'velja prva značka (more than one tag)'
  // Once: lists of products repeat their marks, and however many more tags there are, they are one mistake.
  if (!said.has(message)) warn(message)
  said.add(message)
}

/** By it the element is found in the page's source. */
const beginningOf = ({ outerHTML }: Element) => outerHTML.slice(0, 200)
