/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { say } from '../state/language'

export interface FieldProperties {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly type?: 'text' | 'email' | 'url' | 'tel' | 'date'
  readonly isOptional?: boolean
  readonly long?: boolean
  readonly autocomplete?: string
  readonly spellcheck?: boolean
}

/** A labelled field; its hint and what is wrong with it are read out with it. */
export const Field = ({
  label,
  value,
  onInput,
  hint,
  error,
  type = 'text',
  isOptional,
  long,
  autocomplete = 'off',
  spellcheck = false,
}: FieldProperties) => {
  const id = useId()
  const described = [hint ? `${id}-h` : '', error ? `${id}-e` : ''].filter(Boolean).join(' ') || undefined
  // The types of elements tell each kind of input apart; these differ in nothing but the keyboard.
  const typed = { type: type as 'text' }
  const common = {
    id,
    value,
    'autocomplete': autocomplete,
    'spellcheck': spellcheck,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    'onInput': (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  } as const
  return (
    <div class="field">
      <label for={id}>
        {label} {isOptional && <span class="quiet">{say('(po želji)', '(optional)')}</span>}
      </label>
      {long ? <textarea {...common} rows={2} /> : <input {...common} {...typed} />}
      {hint && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-e`}>
          {error}
        </p>
      )}
    </div>
  )
}

interface SelectProperties {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
  readonly hint?: ComponentChildren
}

export const Select = ({ label, value, options, onChange, hint }: SelectProperties) => {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-h` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
    </div>
  )
}
