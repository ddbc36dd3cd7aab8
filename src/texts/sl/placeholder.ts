/** What stands in for a frame. */
export const placeholder = {
  'embed.title': 'Zunanja vsebina: {service}',
  'embed.text': 'Za prikaz te vsebine se bo vaš brskalnik povezal s ponudnikom {provider}. Ponudnik bo prejel vaš naslov IP in lahko shrani piškotke.',
  'embed.loadOnce': 'Prikaži to vsebino',
  'embed.loadAlways': 'Vedno prikaži vsebine te storitve',
  'embed.open': 'Odpri na strani ponudnika',
}
