import { append, h } from '../../dom/h'
import type { Notice, UIOptions } from '../../core/parts'
import type { Language } from '../../texts/languages'
import { notice as sl } from '../../texts/sl/notice'
import { speak } from '../../texts/speak'
import type { Words } from '../../texts/words'
import { adoptStyles } from '../adoptStyles'
import styles from '../styles/notice.css?inline'

interface NoticeOptions extends UIOptions {
  readonly root: ShadowRoot
  readonly language: Language
}

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
export const tellNotice = async (options: NoticeOptions, notice: Notice): Promise<void> => {
  if (!place) {
    adoptStyles(options.root, styles)
    place = <div part="notice" role="status" />
    options.root.append(place)
  }
  const shown = place
  const words = await speak(sl, options, options.language)
  // A region that comes with its words already in it is not read out.
  setTimeout(() => sayIn(shown, notice, words), 100)
}

const sayIn = (shown: HTMLElement, { method, stored, left = [], reload }: Notice, words: Words) => {
  const seen = !stored || left.length > 0 || !!reload
  shown.toggleAttribute('data-seen', seen)
  // What cannot be seen must not be reached by Tab either.
  const close = () => {
    shown.removeAttribute('data-seen')
    shown.replaceChildren()
  }
  shown.replaceChildren()
  append(shown, [
    <p>{words(stored ? (CONFIRMED[method] ?? 'status.saved') : 'error.save')}</p>,
    reload && <p>{words('status.reload')}</p>,
    left.length > 0 && [
      <p>{words('notice.left')}</p>,
      <ul>
        {left.map((line) => (
          <li>{line}</li>
        ))}
      </ul>,
      <p>{words('notice.how')}</p>,
    ],
    seen && (
      <div class="answers">
        {reload && (
          <button type="button" part="save" data-privolim-action="reload" onClick={() => location.reload()}>
            {words('action.reload')}
          </button>
        )}
        <button type="button" part="more" data-privolim-action="close" onClick={close}>
          {words('notice.close')}
        </button>
      </div>
    ),
  ])
}
