type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Whether the visitor has filled in something on this page that loading it anew would lose. */
export const hasTyped = (): boolean =>
  [...document.querySelectorAll<Field>('input,textarea,select')].some((field) => {
    if (field instanceof HTMLSelectElement) {
      const options = [...field.options]
      const first = options.findIndex(({ defaultSelected }) => defaultSelected)
      return !field.multiple && field.selectedIndex !== Math.max(0, first)
    }
    if (/^(hidden|submit|button|image|reset)$/.test(field.type)) return false
    if (/^(checkbox|radio)$/.test(field.type))
      return (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
    return field.value !== field.defaultValue
  }) || [...document.querySelectorAll<HTMLElement>('[contenteditable]')].some((field) => field === document.activeElement)
