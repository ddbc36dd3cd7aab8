import { h } from 'preact'
interface SwitchProps {
  readonly label: string
  /** What it says beside itself: a state must not be told by colour alone (WCAG 1.4.1). */
  readonly state: string
  /** `undefined`: some of what it stands for. */
  readonly on: boolean | undefined
  readonly set: (on: boolean) => void
  readonly category?: string
  readonly service?: string
}

/** A native checkbox: robots and assistive technology read it as it is. */
export const Switch = ({ label, state, on, set, category, service }: SwitchProps) => (
  <label part="switch">
    <span aria-hidden="true">{state}</span>
    <input
      type="checkbox"
      aria-label={label}
      checked={on === true}
      indeterminate={on === undefined}
      onChange={(event) => set(event.currentTarget.checked)}
      data-privolim-category={category}
      data-privolim-service={service}
    />
  </label>
)
