import { h, render } from 'preact'
import type { Notice } from '../../core/parts'
import { notice as sl } from '../../texts/sl/notice'
import { createWords } from '../../texts/words'
import { adoptStyles } from '../adoptStyles'
import styles from '../styles/notice.css?inline'

const words = createWords('sl', sl)

const CONFIRMED: Readonly<Record<string, string>> = {
  'accept-all': 'status.accepted',
  'reject-all': 'status.rejected',
  withdraw: 'status.withdrawn',
}

let place: HTMLElement | undefined

/**
 * Says what has become of a choice: heard by those who do not see the question go, and seen only where there is
 * something to know.
 */
export const tellNotice = (root: ShadowRoot, { method, stored }: Notice): void => {
  if (!place) {
    adoptStyles(root, styles)
    place = document.createElement('div')
    place.setAttribute('part', 'notice')
    place.setAttribute('role', 'status')
    root.append(place)
  }
  const shown = place
  shown.toggleAttribute('data-seen', !stored)
  const content = (
    <div>
      <p>{words(stored ? (CONFIRMED[method] ?? 'status.saved') : 'error.save')}</p>
      {!stored && (
        <button part="more" data-privolim-action="close" onClick={() => shown.removeAttribute('data-seen')}>
          {words('notice.close')}
        </button>
      )}
    </div>
  )
  // A region that comes with its words already in it is not read out.
  setTimeout(() => render(content, shown), 100)
}
