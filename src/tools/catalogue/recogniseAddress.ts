import type { KnownService } from '../../catalogue/known/types'
import { catalogue } from './catalogue'
import { serviceOfGoogleId } from './googleId'

interface Place {
  readonly service: KnownService
  readonly host: string
  readonly folders: readonly string[]
  /** The longer, the surer. */
  readonly length: number
}

const places: readonly Place[] = catalogue
  .flatMap((service) =>
    service.scripts.map((script) => {
      const [host = '', ...folders] = script.split('/')
      return { service, host, folders, length: script.length - (host === '*' ? 100 : 0) }
    }),
  )
  .sort((one, other) => other.length - one.length)

const isHost = (pattern: string, host: string) =>
  pattern === '*' || pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)))

/** On whatever host, the folders may lie beneath others: `/podstran/wp-content/`. */
const isPath = (folders: readonly string[], path: readonly string[], anywhere: boolean): boolean => {
  const last = folders.length - 1
  const fits = (at: number) =>
    folders.every((folder, index) => {
      const there = path[at + index]
      if (there === undefined) return false
      if (folder === '*') return there !== ''
      return index === last ? there.startsWith(folder) : there === folder
    })
  return anywhere ? path.some((_folder, at) => fits(at)) : fits(0)
}

const parsed = (address: string): URL | undefined => {
  try {
    return new URL(/^\w+:/.test(address) ? address : `https:${address.startsWith('//') ? '' : '//'}${address}`)
  } catch {
    return undefined
  }
}

/**
 * The service that a script, a frame, a picture or a style sheet comes from.
 * @param url whole, without its scheme, or relative to the page
 * @returns nothing for what is not known, and for what is no address
 */
export const recogniseAddress = (url: string): KnownService | undefined => {
  const address = parsed(url.trim())
  if (!address || !/^https?:$/.test(address.protocol)) return undefined
  const path = address.pathname.slice(1).split('/')
  const found = places.find(
    ({ host, folders }) => isHost(host, address.hostname) && isPath(folders, path, host === '*'),
  )?.service
  return found?.id === 'ga4' ? (serviceOfGoogleId(address.searchParams.get('id') ?? '') ?? found) : found
}
