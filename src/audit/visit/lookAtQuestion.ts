import type { ButtonSeen } from '../record'

/** A control as the page has it; colours are red, green, blue, and how much of it shines through. */
export interface RawControl extends Omit<ButtonSeen, 'color' | 'background' | 'border' | 'contrast' | 'onFirstLayer'> {
  readonly kind: string
  readonly color: readonly number[]
  readonly border: readonly number[]
  /** Of the control and of all that it lies on, from the nearest. */
  readonly backgrounds: readonly (readonly number[])[]
  readonly inView: boolean
}

export interface RawQuestion {
  readonly text: string
  readonly language: string
  readonly controls: readonly RawControl[]
  readonly checkboxes: readonly { readonly label: string; readonly checked: boolean; readonly disabled: boolean; readonly category?: string }[]
  readonly policyLink?: string
  readonly isPressed: boolean
}

export interface LookFor {
  readonly patterns: readonly (readonly [string, string])[]
  readonly question: string
  readonly policy: string
  /** Presses the first control of one of these kinds. */
  readonly press?: readonly string[]
  /** The settings are looked at, too, and controls outside of any question. */
  readonly anywhere?: boolean
}

/**
 * Runs in a page: finds the cookie question that is up, whoever made it, in the document and in open shadow roots, and
 * what it consists of. Presses one of its controls where asked to.
 */
export const lookAtQuestion = ({ patterns, question, policy, press = [], anywhere = false }: LookFor): RawQuestion | undefined => {
  const isQuestion = new RegExp(question, 'iu')
  const kinds = patterns.map(([kind, source]) => [kind, new RegExp(source, 'iu')] as const)
  const OWN: Record<string, string> = { 'accept-all': 'accept', 'reject-all': 'refuse', preferences: 'settings', save: 'save', withdraw: 'withdraw' }

  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].slice(0, 20_000).flatMap((one) => (one.shadowRoot ? [one, ...everything(one.shadowRoot)] : [one]))
  const parentOf = (one: Element): Element | null => one.parentElement ?? ((one.getRootNode() as ShadowRoot).host || null)
  const isVisible = (one: Element) => {
    const { width, height } = one.getBoundingClientRect()
    return width > 1 && height > 1 && one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const textOf = (one: Element) => ((one as HTMLElement).innerText ?? one.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  const labelOf = (one: Element) => (one.getAttribute('aria-label') || textOf(one) || (one as HTMLInputElement).value || one.getAttribute('title') || '').trim().slice(0, 120)

  const kindOf = (one: Element): string | undefined => {
    const own = one.getAttribute('data-privolim-action')
    if (own) return OWN[own]
    const label = labelOf(one)
    return label.length > 60 ? undefined : kinds.find(([, pattern]) => pattern.test(label))?.[0]
  }
  const isApart = (one: Element) => {
    const { position } = getComputedStyle(one)
    return (
      position === 'fixed' || position === 'sticky' || one.matches('dialog[open], [role~=dialog], [role~=alertdialog], [aria-modal=true], :popover-open') ||
      /cookie|consent|cmp|gdpr|pisk|privol|soglas|notice/i.test(`${one.id} ${one.getAttribute('class') ?? ''}`)
    )
  }
  const boxOf = (control: Element): Element | undefined => {
    const own = control.closest('[data-privolim-action]') && (control.getRootNode() as ShadowRoot).host?.id === 'privolim'
    let box: Element | undefined
    for (let one: Element | null = control; one && one !== document.body && one !== document.documentElement; one = parentOf(one)) {
      const text = textOf(one)
      if (text.length > 20_000) break
      if ((own && one.matches('dialog, [role=region], section, aside')) || (isApart(one) && isQuestion.test(text))) box = one
      if (box && own) break
    }
    return box
  }

  const all = everything(document)
  const controls = all.filter((one) => one.matches('button, input[type=button], input[type=submit], a, [role=button], [class*=button], [class*=btn], summary') && isVisible(one) && kindOf(one))
  const boxes = new Map<Element, Element[]>()
  for (const control of controls) {
    const box = boxOf(control)
    if (box) boxes.set(box, [...(boxes.get(box) ?? []), control])
  }
  const weigh = (inside: readonly Element[]) => new Set(inside.map(kindOf)).size
  const answers = (inside: readonly Element[]) => inside.some((one) => /accept|refuse|save|withdraw|acknowledge/.test(kindOf(one)!))
  const [found] = [...boxes].filter(([, inside]) => answers(inside)).sort((one, other) => weigh(other[1]) - weigh(one[1]))
  const box = found?.[0]
  // A wrapper that looks like a button, and the button in it, are one.
  const innermost = (list: readonly Element[]) => list.filter((one) => !list.some((other) => other !== one && one.contains(other) && kindOf(one) === kindOf(other)))
  const inside = innermost(found ? found[1] : anywhere ? controls : [])
  if (!box && !anywhere) return undefined

  const wanted = press.flatMap((kind) => inside.filter((one) => kindOf(one) === kind))[0]
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const rgba = (color: string): number[] => {
    if (!pen) return [0, 0, 0, 1]
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = color
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const rawOf = (one: Element): RawControl => {
    const style = getComputedStyle(one)
    const { width, height, top, left, bottom, right } = one.getBoundingClientRect()
    const backgrounds: number[][] = []
    for (let each: Element | null = one; each; each = parentOf(each)) backgrounds.push(rgba(getComputedStyle(each).backgroundColor))
    return {
      kind: kindOf(one)!,
      label: labelOf(one),
      tag: one.localName,
      role: one.getAttribute('role') ?? (one.localName === 'a' ? 'link' : /button|input|summary/.test(one.localName) ? 'button' : ''),
      width: Math.round(width * 10) / 10,
      height: Math.round(height * 10) / 10,
      fontSize: Number.parseFloat(style.fontSize),
      fontWeight: Number(style.fontWeight),
      color: rgba(style.color),
      border: style.borderTopStyle === 'none' || Number.parseFloat(style.borderTopWidth) === 0 ? [0, 0, 0, 0] : rgba(style.borderTopColor),
      backgrounds,
      inView: top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1,
    }
  }
  const boxElements = box ? (box.shadowRoot ? everything(box.shadowRoot) : [...box.querySelectorAll('*')]) : anywhere ? all : []
  const checkboxes = boxElements
    .filter((one) => one.matches('input[type=checkbox], [role=switch], [role=checkbox]'))
    .slice(0, 100)
    .map((one) => {
      const input = one as HTMLInputElement
      const named = input.labels?.[0] ?? one.closest('label, li, fieldset')
      const category = one.getAttribute('data-privolim-category') ?? one.getAttribute('data-privolim-service')
      return {
        label: (one.getAttribute('aria-label') ?? (named ? textOf(named) : '') ?? '').slice(0, 120) || input.name || one.id,
        checked: one.matches('input') ? input.checked : one.getAttribute('aria-checked') === 'true',
        disabled: one.matches(':disabled, [aria-disabled=true]'),
        ...(category && { category }),
      }
    })
  const link = boxElements.find((one) => one.matches('a[href]') && new RegExp(policy, 'iu').test(`${textOf(one)} ${one.getAttribute('href')}`) && !kindOf(one))
  const seen: RawQuestion = {
    text: box ? textOf(box).slice(0, 5000) : '',
    language: box?.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang,
    controls: inside.map(rawOf),
    checkboxes,
    ...(link && { policyLink: (link as HTMLAnchorElement).href }),
    isPressed: wanted !== undefined,
  }
  ;(wanted as HTMLElement | undefined)?.click()
  return seen
}
