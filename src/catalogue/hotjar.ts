import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { record, SESSION } from './record'
import { connectHotjar } from './vendors/connectHotjar'

const survey = (name: string) =>
  record(name, 'P365D', 'Prepreči ponoven prikaz ankete.', 'Keeps a survey from being shown again.')

const visit = (name: string, sl: string, en: string) => record(name, 'PT30M', sl, en)

/**
 * Hotjar, of Contentsquare. Cookies: Open Cookie Database (Apache-2.0), `_cs_*` as docs.contentsquare.com lists them.
 * All are part of measuring how people behave; "functional" in lists does not mean that they need no consent.
 */
const entry: Service = {
  id: 'hotjar',
  name: 'Hotjar',
  category: 'analytics',
  purpose: { sl: 'snemanje obiskov, toplotne zemljevide in ankete', en: 'recording visits, heat maps and surveys' },
  provider: { name: 'Hotjar Limited (Contentsquare)', country: 'MT/FR' },
  hosts: ['*.hotjar.com', '*.hotjar.io', '*.contentsquare.net'],
  cookies: [
    record('_hjSessionUser_*', 'P365D', 'Poveže obiske istega obiskovalca.', 'Links the visits of one visitor.'),
    record('_hjid', 'P365D', 'Poveže obiske istega obiskovalca.', 'Links the visits of one visitor.'),
    visit('_hjSession_*', 'Hrani podatke o trenutnem obisku.', 'Keeps data about the current visit.'),
    visit('_hjFirstSeen', 'Označi prvi obisk.', 'Marks the first visit.'),
    visit('_hjAbsoluteSessionInProgress', 'Zazna prvi ogled v obisku.', 'Notices the first view of a visit.'),
    visit('_hjIncludedIn*', 'Določa, ali je obisk v vzorcu.', 'Says whether the visit is in the sample.'),
    ...['_hjClosedSurveyInvites', '_hjDonePolls', '_hjMinimizedPolls', '_hjShownFeedbackMessage'].map(survey),
    record('_hjTLDTest', SESSION, 'Določi najširšo domeno za piškotke.', 'Finds the widest domain for cookies.'),
    record(
      '_hjUserAttributesHash',
      SESSION,
      'Zazna spremembe lastnosti obiskovalca.',
      'Notices changes of a visitor’s traits.',
    ),
    record('_cs_id', 'P13M', 'Prepozna obiskovalca.', 'Recognises a visitor.'),
    visit('_cs_s', 'Hrani podatke o trenutnem obisku.', 'Keeps data about the current visit.'),
    record('_cs_c', 'P13M', 'Hrani privolitev v snemanje.', 'Keeps the consent to recording.'),
  ],
}

export const complete = completeFrom(entry, connectHotjar)
