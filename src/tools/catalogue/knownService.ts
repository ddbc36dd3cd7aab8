import type { KnownService } from '../../catalogue/known/types'
import { catalogue } from './catalogue'

const byId: ReadonlyMap<string, KnownService> = new Map(catalogue.map((service) => [service.id, service]))

/** @returns the service of an id of the catalogue */
export const knownService = (id: string): KnownService | undefined => byId.get(id)
