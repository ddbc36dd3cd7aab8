import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { THIS_SITE } from './providers'
import { connectDataLayer } from './vendors/connectDataLayer'

/** An event in `dataLayer`, for tags of the site's own that are fired by it. It stores nothing. */
const entry: Omit<Service, 'provider'> = {
  id: 'datalayer-event',
  name: 'dataLayer',
  category: 'necessary',
  purpose: { sl: 'sporočanje vaše izbire oznakam na strani', en: 'telling your choice to the tags of the page' },
  cookies: [],
}

export const complete = completeFrom(({ provider = THIS_SITE }) => ({ ...entry, provider }), connectDataLayer)
