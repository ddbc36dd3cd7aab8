import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { MICROSOFT } from './providers'
import { record, SESSION } from './record'
import { connectClarity } from './vendors/connectClarity'

/**
 * Microsoft Clarity. Cookies: learn.microsoft.com/clarity/setup-and-installation/cookie-list, which tells no lifetimes.
 */
const entry: Service = {
  id: 'microsoft-clarity',
  name: 'Microsoft Clarity',
  category: 'analytics',
  purpose: { sl: 'snemanje obiskov in toplotne zemljevide', en: 'recording visits and heat maps' },
  provider: MICROSOFT,
  hosts: ['*.clarity.ms', 'c.bing.com'],
  cookies: [
    record(
      '_clck',
      'P1Y',
      'Prepozna obiskovalca in hrani nastavitve merjenja.',
      'Recognises a visitor and keeps settings of the measurement.',
    ),
    record(
      '_clsk',
      'P1D',
      'Poveže oglede strani v eno posneto sejo.',
      'Links page views to one recorded session.',
    ),
    record(
      'CLID',
      'P1Y',
      'Zabeleži prvi obisk katere koli strani s Clarity.',
      'Notes the first visit to any site with Clarity.',
      'www.clarity.ms',
    ),
    record(
      'ANONCHK',
      'PT10M',
      'Preveri, ali se oznaka MUID posreduje za oglaševanje.',
      'Checks whether MUID is passed on for advertising.',
      'c.clarity.ms',
    ),
    record('MR', 'P7D', 'Določa, ali se oznaka MUID obnovi.', 'Says whether MUID is to be renewed.', 'c.clarity.ms'),
    record(
      'MUID',
      'P13M',
      'Prepozna brskalnik za Microsoftove oglase in statistiko.',
      'Recognises the browser for Microsoft’s ads and statistics.',
      'clarity.ms',
    ),
    record(
      'SM',
      SESSION,
      'Usklajuje oznako MUID med Microsoftovimi domenami.',
      'Synchronises MUID across Microsoft’s domains.',
      'c.clarity.ms',
    ),
  ],
}

export const complete = completeFrom(entry, connectClarity)
