import { h, type ComponentChildren, type ComponentProps } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { attend, FRAME } from '../frameworks/attend'
import { isGranted } from '../frameworks/liveConsent'
import { useConsent } from './useConsent'

/** What is not named here goes to the `<div>` that stands around it all. */
export interface ConsentedProps extends ComponentProps<'div'> {
  /** Id of a service or a category; several, with blanks between them, must all be granted. */
  readonly service: string
  /** Shown while it is denied, in place of the placeholder with its two answers; `null` for nothing at all. */
  readonly fallback?: ComponentChildren
}

/**
 * Its children are there only while what they need is granted.
 * @example
 * <Consented service="youtube"><iframe src="https://www.youtube-nocookie.com/embed/…" title="…" /></Consented>
 */
export const Consented = ({ service, fallback, children, ...attributes }: ConsentedProps): ComponentChildren => {
  const consent = useConsent()
  const [once, setOnce] = useState<string>()
  const place = useRef<HTMLDivElement>(null)
  const focus = useRef(false)
  const shown = once === service || isGranted(service, consent)
  const framed = fallback === undefined
  useEffect(() => {
    const showOnce = (yes: boolean) => setOnce(yes ? service : undefined)
    return attend(place.current!, { service, shown, framed, focus, showOnce })
  }, [service, shown, framed])
  const held = framed ? h('iframe', { ...FRAME, title: service }) : fallback
  return h('div', { ...attributes, key: `${shown} ${framed} ${service}`, ref: place }, shown ? children : held)
}
