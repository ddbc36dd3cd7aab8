/** What stands around the table on the policy page. */
export const declaration = {
  'declaration.none': 'Ta spletna stran ne uporablja piškotkov, za katere bi bila potrebna privolitev.',
  'declaration.noneListed': 'Upravljavec ni navedel nobenega piškotka.',
  'declaration.choice.unset': 'Izbire še niste shranili; dovoljeni so samo nujno potrebni piškotki.',
  'declaration.choice.none': 'Vaša izbira: dovoljeni so samo nujno potrebni piškotki.',
  'declaration.choice.partial': 'Vaša izbira: dovolili ste del storitev ({services}).',
  'declaration.choice.all': 'Vaša izbira: dovolili ste vse piškotke.',
  'reopen.label': 'Nastavitve piškotkov',
  'legal.recipients': 'Prejemniki podatkov',
  'legal.controller': 'Upravljavec',
  'legal.contactPerson': 'Kontaktna oseba za varstvo osebnih podatkov',
  'legal.updated': 'Zadnja sprememba: {date}',
  'noscript': 'Za nastavljanje piškotkov vključite JavaScript. Brez njega se neobvezni piškotki ne naložijo.',
}
