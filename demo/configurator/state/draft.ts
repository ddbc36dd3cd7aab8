import type { JsonObject } from './json'

const POSITIONS = ['bar', 'corner', 'centre'] as const
export type Position = (typeof POSITIONS)[number]

const THEMES = ['', 'klub', 'obcina', 'papir'] as const
export type Theme = (typeof THEMES)[number]

/** Custom properties of the look that can be chosen here, as `docs/guides/theming.md` names them. */
const PROPERTIES = ['surface', 'text', 'quiet', 'line', 'accent', 'on-accent', 'radius', 'font'] as const
export type Property = (typeof PROPERTIES)[number]

export interface Look {
  readonly position: Position
  readonly theme: Theme
  readonly properties: Readonly<Partial<Record<Property, string>>>
}

/** What is being set up: the inventory in its written form, and the look, which is no part of it. */
export interface Draft {
  readonly inventory: JsonObject
  readonly look: Look
}

export const emptyDraft: Draft = {
  inventory: { languages: ['sl'] },
  look: { position: 'bar', theme: '', properties: {} },
}

/** Whether nothing has been written yet. */
export const isEmpty = ({ inventory }: Draft): boolean =>
  Object.keys(inventory).every((name) => name === 'languages' || name === '$schema')

// A colour, a length or a font: nothing that could end the declaration and begin another.
const PROPERTY_VALUE = /^[\w#%.,()\s'"/+-]{1,200}$/

/** Whether a style sheet may hold it. */
export const isPropertyValue = (value: string): boolean => PROPERTY_VALUE.test(value)

/** @returns a look of what was read; what is not known is left out */
export const readLook = (value: unknown): Look => {
  const { position, theme, properties } = (value ?? {}) as Partial<Record<keyof Look, unknown>>
  const written = (properties ?? {}) as Partial<Record<string, unknown>>
  const known = PROPERTIES.flatMap((name) => {
    const set = written[name]
    return typeof set === 'string' && isPropertyValue(set) ? [[name, set] as const] : []
  })
  return {
    position: POSITIONS.find((name) => name === position) ?? 'bar',
    theme: THEMES.find((name) => name === theme) ?? '',
    properties: Object.fromEntries(known),
  }
}
