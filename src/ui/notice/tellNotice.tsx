import { Fragment, h, render } from 'preact'
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
 * something to know or to do.
 */
export const tellNotice = (root: ShadowRoot, notice: Notice): void => {
  if (!place) {
    adoptStyles(root, styles)
    place = document.createElement('div')
    place.setAttribute('part', 'notice')
    place.setAttribute('role', 'status')
    root.append(place)
  }
  const shown = place
  // A region that comes with its words already in it is not read out.
  setTimeout(() => sayIn(shown, notice), 100)
}

const sayIn = (shown: HTMLElement, { method, stored, left = [], reload }: Notice) => {
  const seen = !stored || left.length > 0 || !!reload
  shown.toggleAttribute('data-seen', seen)
  // What cannot be seen must not be reached by Tab either.
  const close = () => {
    shown.removeAttribute('data-seen')
    render(null, shown)
  }
  render(
    <div>
      <p>{words(stored ? (CONFIRMED[method] ?? 'status.saved') : 'error.save')}</p>
      {reload && <p>{words('status.reload')}</p>}
      {left.length > 0 && (
        <>
          <p>{words('notice.left')}</p>
          <ul>
            {left.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>{words('notice.how')}</p>
        </>
      )}
      {seen && (
        <div part="answers">
          {reload && (
            <button part="answer" data-privolim-action="reload" onClick={() => location.reload()}>
              {words('action.reload')}
            </button>
          )}
          <button part="more" data-privolim-action="close" onClick={close}>
            {words('notice.close')}
          </button>
        </div>
      )}
    </div>,
    shown,
  )
}
