/** The button in the corner. */
export const reopen = {
  'reopen.label': 'Nastavitve piškotkov',
}
