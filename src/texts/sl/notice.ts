/** What the visitor should know after a choice. */
export const notice = {
  'status.accepted': 'Dovolili ste vse piškotke.',
  'status.rejected': 'Zavrnili ste vse piškotke, ki niso nujno potrebni.',
  'status.saved': 'Vaša izbira je shranjena.',
  'status.withdrawn': 'Privolitev je preklicana.',
  'error.save': 'Izbire ni bilo mogoče shraniti, ker brskalnik ne dovoljuje piškotkov. Veljala bo do konca tega obiska.',
  'status.reload': 'Spremembe bodo v celoti upoštevane, ko osvežite stran.',
  'action.reload': 'Osveži stran',
  'notice.left': 'Teh piškotkov ne moremo izbrisati namesto vas:',
  'notice.how': 'Izbrišete jih lahko v nastavitvah brskalnika, med podatki spletnih strani.',
  'notice.close': 'Zapri obvestilo',
}
