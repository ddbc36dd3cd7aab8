import { h } from '../dom/h'
import type { Words } from '../texts/words'

interface AnswersProps {
  readonly words: Words
  readonly reject: () => void
  readonly accept: () => void
}

/**
 * Both answers, everywhere in this order. They are no parts themselves: a style sheet can tell two parts of one name
 * apart, by an attribute or by their place among others. What a site says of `::part(answer)` is said of the one
 * element that holds both, which has no box of its own, and both inherit it.
 */
export const Answers = ({ words, reject, accept }: AnswersProps) => (
  <div class="pair">
    <div part="answer">
      <button type="button" data-privolim-action="reject-all" onClick={reject}>
        {words('banner.rejectAll')}
      </button>
      <button type="button" data-privolim-action="accept-all" onClick={accept}>
        {words('banner.acceptAll')}
      </button>
    </div>
  </div>
)
