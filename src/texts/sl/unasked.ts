/** For sites that need no consent and want to say so. */
export const unasked = {
  'banner.label': 'Obvestilo o piškotkih',
  'notice.text': 'Ta spletna stran uporablja samo nujno potrebne piškotke, za katere privolitev ni potrebna.',
  'notice.list': 'Seznam piškotkov',
  'notice.close': 'Zapri obvestilo',
}
