import type { Service } from '../inventory/types'
import type { ConsentCore } from './types'

/**
 * Tells a vendor what holds, now and on every change, and puts its file into the page, marked as the service's.
 * @param nonce of the site's Content-Security-Policy, for what is inserted
 */
export type Connect = (service: Service, consent: ConsentCore, nonce: string) => void

/** A service that the catalogue completed. */
export interface ConnectedService extends Service {
  readonly connect?: Connect | undefined
}
