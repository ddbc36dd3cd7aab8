import type { Service } from '../core/inventory/types'
import { h } from '../dom/h'
import type { Words } from '../texts/words'
import { adoptStyles } from '../ui/adoptStyles'
import { countriesOf } from '../tools/countries/countriesOf'
import { showWhole } from '../ui/showWhole'
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

/** A name that ends with a full stop (»d.o.o.«) ends its sentence as well. */
const sentence = (text: string) => text.replace('..', '.')

/**
 * What stands in for a frame: who provides it, what for and where, and two answers, neither of which decides anything
 * else. It lies over the frame, whose box stays as it is, so that nothing shifts when either comes or goes.
 */
export const createPlaceholder = (
  frame: HTMLElement,
  service: Service | undefined,
  words: Words,
  answers: Answers,
): Placeholder => {
  const host = <div data-privolim-placeholder={service?.id ?? frame.dataset.privolim} lang={words.language} />
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, styles)
  showWhole(root)
  const name = (service && words.of(service.name)) || service?.id || frame.title || frame.dataset.privolim!
  const title = words('embed.title', { service: name })
  const address = addressOf(frame)
  const details = [words.of(service?.purpose), countriesOf(service ? [service.provider] : [], words).join(', ')]
  root.append(
    <div role="group" part="placeholder" aria-label={title}>
      <strong>{title}</strong>
      <p>{sentence(words('embed.text', { provider: service?.provider.name ?? name }))}</p>
      {details.some(Boolean) && <p>{details.filter(Boolean).join(' · ')}</p>}
      <div part="answers">
        <button type="button" data-privolim-action="load-once" part="load-once" onClick={answers.once}>
          {words('embed.loadOnce')}
        </button>
        {service && (
          <button type="button" data-privolim-action="load-always" part="load-always" onClick={answers.always}>
            {words('embed.loadAlways')}
          </button>
        )}
      </div>
      {/^https?:/.test(address) && (
        <a href={address} rel="noopener noreferrer">
          {words('embed.open')}
        </a>
      )}
    </div>,
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
