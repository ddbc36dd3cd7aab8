import type { CookieRecord, RequestRecord, StoredRecord } from '../record'
import type { Evidence } from '../judgement'
import type { Seen } from './view'

export const ofRequest = ({ state, page, index, is }: Seen<RequestRecord>): Evidence => ({
  kind: 'request',
  state,
  page,
  request: index,
  url: is.url,
})

/** The detail is the domain, and who set it: what one would look for in a browser. */
export const ofCookie = ({ state, page, is }: Seen<CookieRecord>): Evidence => ({
  kind: 'cookie',
  state,
  page,
  name: is.name,
  detail: [is.domain, is.setBy?.url].filter(Boolean).join(' · '),
})

export const ofStored = ({ state, page, is }: Seen<StoredRecord>): Evidence => ({
  kind: 'stored',
  state,
  page,
  name: is.name,
  detail: [is.storage, is.origin, is.setBy].filter(Boolean).join(' · '),
})

export const ofText = (text: string): Evidence => ({ kind: 'text', text })

export const ofTexts = (texts: readonly string[]): Evidence[] => texts.map(ofText)

export const ofPictures = (...files: readonly (string | undefined)[]): Evidence[] =>
  files.filter((file) => file !== undefined).map((file) => ({ kind: 'picture', file }))
