/** What an import gives, as far as the page shows it. */
import type { CategoryId } from './index'
import type { Both } from '../state/openDraft'

export interface ReadFrom {
  readonly kind: string
  readonly text: string
  readonly line?: number | undefined
}

export interface ImportedCookie {
  readonly name: string
  readonly storage?: string | undefined
  readonly purpose?: string | undefined
  readonly duration?: string | undefined
  readonly iso?: string | undefined
  readonly category?: CategoryId | undefined
  readonly confidence: number
  readonly from: ReadFrom
}

export interface ImportedService {
  readonly id: string
  readonly use?: string | undefined
  readonly account?: string | undefined
  readonly role: 'service' | 'recipient'
  readonly confidence: number
  readonly from: ReadFrom
}

export type ControllerField = 'name' | 'address' | 'email' | 'phone' | 'taxNumber' | 'registrationNumber'

export interface Imported {
  readonly cookies: readonly ImportedCookie[]
  readonly services: readonly ImportedService[]
  readonly controller: Readonly<Partial<Record<ControllerField, string | undefined>>>
  readonly policy: { readonly date?: string | undefined; readonly version?: string | undefined }
  readonly unread: readonly { readonly text: string; readonly why: Both }[]
}
