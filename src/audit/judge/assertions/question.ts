import { ofPictures, ofText } from '../evidence'
import { styleOf } from '../rules/question'
import { type AssertionRule, ifAsked, ifThere, seen, unseen } from './assertion'

const bothButtons = ({ accept, refuse }: { readonly accept?: Parameters<typeof styleOf>[1]; readonly refuse?: Parameters<typeof styleOf>[1] }) => [
  ...(accept ? [styleOf('accept', accept)] : []),
  ...(refuse ? [styleOf('refuse', refuse)] : []),
]

/** The question and the settings. */
export const question: readonly AssertionRule[] = [
  {
    id: 'T06',
    text: {
      sl: 'Zavrniti je mogoče na isti plasti, z gumbom in z enakim številom pritiskov kot sprejeti.',
      en: 'Refusing is on the same layer, takes as many presses as accepting, and is a button.',
    },
    tried: (view) => ifAsked(view, ({ picture }) => seen(ofPictures(picture))),
  },
  {
    id: 'T07',
    text: {
      sl: 'Gumba za sprejem in zavrnitev sta enako velika, enako oblikovana in enako berljiva, tudi na telefonu.',
      en: 'The buttons that accept and refuse are of one size and look, and as easy to read, on a phone too.',
    },
    tried: (view) => ifAsked(view, (asked) => seen([...bothButtons(asked), ...ofPictures(asked.picture, asked.pictureOnPhone)])),
  },
  {
    id: 'T08',
    text: { sl: 'Nič neobveznega ni vnaprej označeno.', en: 'Nothing optional is ticked in advance.' },
    tried: ({ probes }) => ifThere(probes.settings ?? probes.question, ({ picture }) => seen(ofPictures(picture))),
  },
  {
    id: 'T09',
    text: {
      sl: 'Shraniti brez ene same oznake je isto kot vse zavrniti.',
      en: 'Saving with nothing ticked is the same as refusing everything.',
    },
    tried: ({ probes }) => ifThere(probes.savedEmpty),
  },
  {
    id: 'T10',
    text: {
      sl: 'Nastavitve se ne sklicujejo na zakoniti interes.',
      en: 'The settings do not invoke legitimate interest.',
    },
    tried: ({ probes }) => ifThere(probes.settings, ({ picture }) => seen(ofPictures(picture))),
  },
  {
    id: 'T11',
    text: {
      sl: 'Med nujno potrebnim ni znanih merilnikov obiska in oglaševalcev.',
      en: 'Nothing that is known to measure visits or to advertise is declared strictly necessary.',
    },
    tried: ({ declared }) =>
      declared ? seen() : unseen('Popisa ni.', 'There is no inventory.'),
  },
  {
    id: 'T15',
    text: {
      sl: 'Prva plast pove, kdo je upravljavec, čemu so piškotki in da je privolitev mogoče preklicati, ter vodi do politike.',
      en: 'The first layer tells the controller, the purposes and that consent can be withdrawn, and leads to the policy.',
    },
    tried: (view) =>
      ifAsked(view, ({ text, policyLink, picture }) =>
        seen([ofText(text), ...(policyLink ? [ofText(policyLink)] : []), ...ofPictures(picture)], {
          sl: 'Samodejno je preverjena le povezava; besedilo naj prebere človek.',
          en: 'Only the link is checked by itself; the text is for a person to read.',
        }),
      ),
  },
  {
    id: 'T16',
    text: {
      sl: 'Stran je uporabna, dokler je vprašanje odprto.',
      en: 'The page can be used while the question is open.',
    },
    tried: (view) => ifAsked(view, ({ picture }) => seen(ofPictures(picture))),
  },
]
