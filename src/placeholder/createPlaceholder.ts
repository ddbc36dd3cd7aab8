import type { Service } from '../core/inventory/types'
import { element, link } from './element'
import { placeholder as sl } from '../texts/sl/placeholder'
import { createWords } from '../texts/words'
import { adoptStyles } from '../ui/adoptStyles'
import { countriesOf } from '../ui/countries'
import { addressOf } from './addressOf'
import styles from './placeholder.css?inline'

export interface Placeholder {
  place(): void
  remove(): void
}

interface Answers {
  once(): void
  always(): void
}

const words = createWords('sl', sl)

/** A name that ends with a full stop (»d.o.o.«) ends its sentence as well. */
const sentence = (text: string) => text.replace('..', '.')

/**
 * What stands in for a frame: who provides it, what for and where, and two answers, neither of which decides anything
 * else. It lies over the frame, whose box stays as it is, so that nothing shifts when either comes or goes.
 */
export const createPlaceholder = (frame: HTMLElement, service: Service | undefined, answers: Answers): Placeholder => {
  const host = element('div', { 'data-privolim-placeholder': service?.id ?? frame.dataset.privolim!, lang: 'sl' })
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, styles)
  const name = (service && words.of(service.name)) || service?.id || frame.title || frame.dataset.privolim!
  const button = (action: string, label: string, run: () => void) => {
    const made = element('button', { type: 'button', 'data-privolim-action': action, part: action }, words(label))
    made.addEventListener('click', run)
    return made
  }
  const address = addressOf(frame)
  const details = service && [words.of(service.purpose), countriesOf([service], words.language).join(', ')]
  root.append(
    element(
      'div',
      { role: 'group', part: 'placeholder', 'aria-label': words('embed.title', { service: name }) },
      element('strong', {}, words('embed.title', { service: name })),
      element('p', {}, sentence(words('embed.text', { provider: service?.provider.name ?? name }))),
      ...(details?.some(Boolean) ? [element('p', {}, details.filter(Boolean).join(' · '))] : []),
      element(
        'div',
        { part: 'answers' },
        button('load-once', 'embed.loadOnce', answers.once),
        ...(service ? [button('load-always', 'embed.loadAlways', answers.always)] : []),
      ),
      ...(/^https?:/.test(address) ? [link(address, words('embed.open'))] : []),
    ),
  )
  const fit = () => {
    const { position } = getComputedStyle(frame)
    host.style.width = `${frame.offsetWidth}px`
    host.style.height = `${frame.offsetHeight}px`
    // In a box that lays out its children by itself, or under a frame that is positioned, the static place is another.
    const away = position !== 'static' || /flex|grid/.test(getComputedStyle(frame.parentElement!).display)
    host.style.left = away ? `${frame.offsetLeft}px` : ''
    host.style.top = away ? `${frame.offsetTop}px` : ''
  }
  const observer = new ResizeObserver(fit)
  return {
    place() {
      frame.before(host)
      frame.style.visibility = 'hidden'
      fit()
      observer.observe(frame)
      observer.observe(frame.parentElement!)
    },
    remove() {
      observer.disconnect()
      host.remove()
      frame.style.visibility = ''
    },
  }
}
