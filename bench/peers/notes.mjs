/** Of a widget whose preferences are the same for ten cookies and for a thousand. */
export const NO_LISTS = {
  en: 'Its preferences list no cookies, however many are declared.',
  sl: 'Nastavitve piškotkov ne naštejejo, ne glede na to, koliko jih je navedenih.',
}
