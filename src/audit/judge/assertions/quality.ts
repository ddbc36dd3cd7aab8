import { type AssertionRule, ifThere, seen, unseen } from './assertion'

/** What other tools and people have to look at as well. */
export const quality: readonly AssertionRule[] = [
  {
    id: 'T23',
    text: {
      sl: 'Programa autoconsent in Consent-O-Matic znata odgovoriti namesto obiskovalca.',
      en: 'The programs autoconsent and Consent-O-Matic can answer for the visitor.',
    },
    tried: ({ tool, record }) => {
      const byRule = record.states.filter(({ way }) => way === 'rule').length
      return tool.name && byRule
        ? unseen(
            `Pravilo programa autoconsent (${tool.name}) je odgovorilo; Consent-O-Matic ni bil preizkušen.`,
            `A rule of autoconsent (${tool.name}) answered; Consent-O-Matic was not tried.`,
          )
        : unseen('Preizkusite z obema programoma v brskalniku.', 'Try both programs in a browser.')
    },
  },
  {
    id: 'T24',
    text: {
      sl: 'Vprašanje in nastavitve so dostopni (WCAG 2.2 AA): s tipkovnico, povečani, pri visokem kontrastu.',
      en: 'The question and the settings are accessible (WCAG 2.2 AA): by keyboard, enlarged, with high contrast.',
    },
    tried: () =>
      unseen(
        'Dostopnost preverite posebej, z orodjem in s tipkovnico; presoja piškotkov je ne meri.',
        'Check accessibility by itself, with a tool and with the keyboard; an audit of cookies does not measure it.',
      ),
  },
  {
    id: 'T25',
    text: {
      sl: 'Vprašanje ne premakne vsebine in ni največji izris strani.',
      en: 'The question moves no content and is not the largest paint of the page.',
    },
    tried: ({ probes }) =>
      ifThere(probes.paint, () => seen([], { sl: 'Odzivni čas gumbov ni bil merjen.', en: 'The buttons’ time to respond was not measured.' })),
  },
  {
    id: 'T29',
    text: {
      sl: 'Program gdpr-scan oceni stran z A, brez kritičnih ugotovitev.',
      en: 'The program gdpr-scan grades the site A, without critical findings.',
    },
    tried: () => unseen('Zaženite gdpr-scan posebej.', 'Run gdpr-scan by itself.'),
  },
]
