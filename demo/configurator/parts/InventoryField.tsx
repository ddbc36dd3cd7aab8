/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { type Keys, textAt } from '../state/json'
import { inventory, write } from '../state/store'
import { Field, type FieldProperties } from './Field'

interface InventoryFieldProperties extends Omit<FieldProperties, 'value' | 'onInput'> {
  /** Where in the inventory it is written. */
  readonly at: Keys
}

/** A field that shows and writes a text of the inventory. */
export const InventoryField = ({ at, ...field }: InventoryFieldProperties) => (
  <Field {...field} value={textAt(inventory.value, at)} onInput={(value) => write(at, value, at.join('.'))} />
)
