import { h, type ComponentChildren, type ComponentProps } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { declareIn, type HeadingLevel } from '../frameworks/declareIn'

/** What is not named here goes to the `<div>` that is filled. */
export interface DeclarationProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** Of the categories' headings, 3 unless said; services are one lower. */
  readonly level?: HeadingLevel
}

/** The declaration of the inventory, with the visitor's choice. */
export const Declaration = ({ level, ...attributes }: DeclarationProps): ComponentChildren => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => declareIn(place.current!, level), [level])
  return h('div', { ...attributes, key: level, ref: place })
}
