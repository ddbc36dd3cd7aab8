/** What a first visitor reads. */
export const question = {
  'banner.label': 'Obvestilo o piškotkih',
  'banner.title': 'Piškotki na spletni strani {site}',
  'banner.intro': 'Nujno potrebne piškotke uporabljamo za delovanje te spletne strani. Z vašo privolitvijo bi uporabljali tudi piškotke za {purposes}.',
  'banner.voluntary': 'Privolitev je prostovoljna. Kadar koli jo lahko prekličete ali spremenite v nastavitvah piškotkov.',
  'banner.recipients': { one: 'Podatke prejme {n} zunanji ponudnik.', two: 'Podatke prejmeta {n} zunanja ponudnika.', few: 'Podatke prejmejo {n} zunanji ponudniki.', other: 'Podatke prejme {n} zunanjih ponudnikov.' },
  'banner.thirdCountries': 'Nekateri ponudniki podatke obdelujejo tudi zunaj Evropskega gospodarskega prostora ({countries}).',
  'banner.acceptAll': 'Sprejmi vse',
  'banner.rejectAll': 'Zavrni vse',
  'banner.customize': 'Prilagodi izbiro',
  'purpose.functional': 'pomnjenje vaših nastavitev',
  'purpose.analytics': 'merjenje obiska',
  'purpose.marketing': 'oglaševanje',
  'purpose.embeds': 'prikaz zunanjih vsebin',
  'legal.controller': 'Upravljavec',
  'legal.privacy': 'Politika zasebnosti',
}
