/** For browsers that send Global Privacy Control. */
export const gpc = {
  'gpc.note': 'Vaš brskalnik pošilja signal Global Privacy Control. Upoštevamo ga kot zavrnitev oglaševalskih piškotkov; izbiro lahko spremenite.',
}
