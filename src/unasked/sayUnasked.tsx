import { isAsking } from '../core/page'
import type { PageOptions } from '../core/parts'
import { h } from '../dom/h'
import { unasked as sl } from '../texts/sl/unasked'
import { speak } from '../texts/speak'
import { adoptStyles } from '../ui/adoptStyles'
import styles from './unasked.css?inline'

let said = false

/**
 * For sites that ask for nothing and whose owner wants that said (`data-privolim-notice`): a sentence that can be closed. Closing
 * it is kept as an answer is, in the same cookie, so that it is said once.
 */
export const sayUnasked = async (options: PageOptions): Promise<void> => {
  const { consent } = options
  if (said || !isAsking() || consent.choice || consent.inventory.services.some(({ category }) => category !== 'necessary')) return
  said = true
  const words = await speak(sl, options)
  const host = <privolim-notice lang={words.language} />
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, styles)
  const close = () => {
    host.remove()
    consent.rejectAll()
  }
  const place = (
    <section part="unasked" popover="manual" aria-label={words('banner.label')}>
      <p>{words('notice.text')}</p>
      <slot />
      <button type="button" part="close" data-privolim-action="close" onClick={close}>
        {words('notice.close')}
      </button>
    </section>
  )
  root.append(place)
  // In the page itself, where a click on it is seen.
  host.append(<a href="#privolim">{words('notice.list')}</a>)
  document.body.append(host)
  place.togglePopover?.(true)
  // Answered in another tab.
  consent.subscribe(() => consent.choice && host.remove())
}
