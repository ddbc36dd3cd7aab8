type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Whether the visitor has filled in something on this page that loading it anew would lose. */
export const hasTyped = (): boolean =>
  [...document.querySelectorAll<Field>('input,textarea,select')].some(isChanged) ||
  // What stood there at first is not known, so all there is counts.
  [...document.querySelectorAll<HTMLElement>('[contenteditable]')].some(
    (place) => place.isContentEditable && place.textContent.trim(),
  )

/** Whether a field holds something else than it would hold on a fresh page. */
const isChanged = (field: Field): boolean => {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue.replace(/\r\n?/g, '\n')
  if (field instanceof HTMLSelectElement) return selectedIn(field) !== selectedIn(field.cloneNode(true) as HTMLSelectElement)
  if (/^(hidden|submit|button|image|reset)$/.test(field.type)) return false
  if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked
  return field.value !== valueAtFirst(field)
}

const selectedIn = ({ selectedOptions }: HTMLSelectElement) => [...selectedOptions].map(({ index }) => index).join()

/** Not always what is written: a slider stands in its middle by itself, and blanks around an address go. */
const valueAtFirst = (field: HTMLInputElement): string => {
  const fresh = document.createElement('input')
  for (const name of ['type', 'min', 'max', 'step', 'multiple', 'value']) {
    const value = field.getAttribute(name)
    if (value !== null) fresh.setAttribute(name, value)
  }
  return fresh.value
}
