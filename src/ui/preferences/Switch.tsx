import { h } from '../../dom/h'
import type { Words } from '../../texts/words'
import type { Draft } from './draft'

interface SwitchProps {
  readonly draft: Draft
  /** What it switches; `undefined` is between. */
  readonly field: { on(): boolean | undefined; set(on: boolean): void }
  readonly label: string
  readonly words: Words
  readonly category?: string
  readonly service?: string
}

/**
 * A native checkbox: robots and assistive technology read it as it is. Beside it stands its state in words, since a
 * state must not be told by colour alone (WCAG 1.4.1).
 */
export const Switch = ({ draft, field, label, words, category, service }: SwitchProps) => {
  const state = <span aria-hidden="true" />
  const box = (
    <input
      type="checkbox"
      aria-label={label}
      data-privolim-category={category}
      data-privolim-service={service}
      onChange={({ currentTarget }) => field.set(currentTarget.checked)}
    />
  ) as HTMLInputElement
  draft.follow(() => {
    const on = field.on()
    box.checked = on === true
    box.indeterminate = on === undefined
    state.textContent = words(on === undefined ? 'prefs.partly' : on ? 'prefs.on' : 'prefs.off')
  })
  return (
    <label part="switch">
      {state}
      {box}
    </label>
  )
}
