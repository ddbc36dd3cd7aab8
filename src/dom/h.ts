/** What may stand in an element; nothing is made of what is not there. */
export type Child = Node | string | number | false | null | undefined | readonly Child[]

type Attributes = Readonly<Record<string, unknown>>

type Component<Properties> = (properties: Properties) => HTMLElement

/**
 * What JSX is compiled to: the element itself. What is shown here is made once and rarely changes, so nothing is
 * compared with what was there before (docs/decisions/017). Text stays text: nothing is ever parsed as HTML.
 *
 * @param attributes by their names in HTML; `true` sets one without a value, `false` and `undefined` none, and a
 *   function under `onClick` listens to `click`
 */
export const h = <Properties extends object>(
  what: string | Component<Properties>,
  attributes: (Properties & Attributes) | null,
  ...children: Child[]
): HTMLElement => {
  if (typeof what === 'function') return what({ ...attributes!, children })
  const made = document.createElement(what)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') made.addEventListener(name.slice(2).toLowerCase(), value as EventListener)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : (value as string))
  }
  append(made, children)
  return made
}

/** Appends what is there. */
export const append = (place: Element | ShadowRoot, children: readonly Child[]): void =>
  place.append(...children.flat(9).filter((child): child is string => !!child || child === 0))

// oxlint-disable-next-line typescript/no-namespace -- where TypeScript looks for the types of JSX
export declare namespace h {
  namespace JSX {
    type Element = HTMLElement
    interface ElementChildrenAttribute {
      readonly children: unknown
    }
    type IntrinsicElements = { readonly [Tag in keyof HTMLElementTagNameMap]: Attributes & Listeners<Tag> } & {
      readonly [own: `privolim-${string}`]: Attributes
    }
    type Listeners<Tag extends keyof HTMLElementTagNameMap> = {
      readonly [Name in keyof HTMLElementEventMap as `on${Capitalize<Name>}`]?: (
        event: HTMLElementEventMap[Name] & { readonly currentTarget: HTMLElementTagNameMap[Tag] },
      ) => void
    }
  }
}
