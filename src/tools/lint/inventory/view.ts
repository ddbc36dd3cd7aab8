import { completeFromCatalogue } from '../../../catalogue/completeFromCatalogue'
import { CATEGORIES, type CategoryId } from '../../../core/inventory/types'
import { recogniseCookie, type Recognised } from '../../catalogue'
import { hostOf } from '../../hosts/hostOf'
import { type Fields, fieldsOf, isFields, itemsOf, wordsOf } from '../../inventory/fields'
import type { Keys } from '../finding'

/** A record, wherever it is written. */
export interface Row {
  /** Of a record that the catalogue has added: the way to the service's `use`. */
  readonly keys: Keys
  /** Whether it stands in the inventory itself. */
  readonly isWritten: boolean
  readonly fields: Fields
  readonly name: string
  readonly domain: string
  readonly category: CategoryId | undefined
  /** All that the catalogue says it may be. */
  readonly known: readonly Recognised[]
  readonly entry: Entry
}

/** A service, or the bare table. */
export interface Entry {
  readonly keys: Keys
  readonly fields: Fields
  /** The bare table: rows of the site itself, each with its own category. */
  readonly isTable: boolean
  readonly category: CategoryId | undefined
  /** What the catalogue has completed. */
  readonly use: string
  readonly rows: readonly Row[]
}

/** An inventory as the rules read it: what has the right shape, known services completed, each with the way to it. */
export interface View {
  readonly json: Fields
  readonly entries: readonly Entry[]
  readonly rows: readonly Row[]
  readonly recipients: readonly { readonly keys: Keys; readonly fields: Fields }[]
  readonly controller: Fields
  /** The site's own, without `www.`; empty where it does not say. */
  readonly host: string
  readonly languages: readonly string[]
  /** Names of records that were seen on the page. */
  readonly seen: readonly string[]
  readonly today: Date
}

export interface LintOptions {
  /** For the age of the policy; now, unless given. */
  readonly today?: Date
  /** Names of records that were seen on the page. */
  readonly seen?: readonly string[]
}

const categoryOf = (value: unknown): CategoryId | undefined => CATEGORIES.find((category) => category === value)

const rowOf = (fields: Fields, keys: Keys, isWritten: boolean, entry: Entry): Row => {
  const [name, domain] = [wordsOf(fields.name), wordsOf(fields.domain)]
  return {
    keys,
    isWritten,
    fields,
    name,
    domain,
    category: entry.isTable ? categoryOf(fields.category ?? 'necessary') : entry.category,
    known: recogniseCookie(name, domain),
    entry,
  }
}

/** The rows of a list, with their indexes in it; what is no object is left out. */
const indexed = (list: unknown): [fields: Fields, index: number][] =>
  itemsOf(list).flatMap((item, index): [Fields, number][] => (isFields(item) ? [[item, index]] : []))

/** A completed service; as it was where the catalogue cannot, since nothing has been checked yet. */
const completed = (service: Fields): Fields => {
  try {
    const { json, unknown } = completeFromCatalogue({ services: [service] })
    return unknown.length ? service : fieldsOf(itemsOf(fieldsOf(json).services)[0])
  } catch {
    return service
  }
}

const serviceOf = (written: Fields, index: number): Entry => {
  const use = wordsOf(written.use)
  const fields = use ? completed(written) : written
  const keys = ['services', index]
  const isWritten = Array.isArray(written.cookies) || fields === written
  const rows: Row[] = []
  const entry: Entry = {
    keys,
    fields,
    isTable: false,
    category: categoryOf(fields.category),
    use: fields === written ? '' : use,
    rows,
  }
  for (const [row, at] of indexed(fields.cookies))
    rows.push(rowOf(row, isWritten ? [...keys, 'cookies', at] : [...keys, 'use'], isWritten, entry))
  return entry
}

const tableOf = (json: Fields): Entry => {
  const rows: Row[] = []
  const entry: Entry = {
    keys: [],
    fields: { provider: { name: fieldsOf(json.controller).name } },
    isTable: true,
    category: undefined,
    use: '',
    rows,
  }
  for (const [row, at] of indexed(json.cookies)) rows.push(rowOf(row, ['cookies', at], true, entry))
  return entry
}

/** @returns nothing for what is no object: `validateInventory` says so */
export const viewOf = (inventory: unknown, { today = new Date(), seen = [] }: LintOptions = {}): View | undefined => {
  if (!isFields(inventory)) return undefined
  const services = indexed(inventory.services).map(([service, index]) => serviceOf(service, index))
  const entries = [tableOf(inventory), ...services]
  const languages = itemsOf(inventory.languages).filter((language) => typeof language === 'string')
  const url = wordsOf(fieldsOf(inventory.site).url)
  return {
    json: inventory,
    entries,
    rows: entries.flatMap(({ rows }) => rows),
    recipients: indexed(inventory.recipients).map(([fields, index]) => ({ keys: ['recipients', index], fields })),
    controller: fieldsOf(inventory.controller),
    host: (hostOf(url, 'https://localhost') || '').replace(/^localhost$|^www\./, '') || wordsOf(inventory.cookieDomain),
    languages: languages.length ? languages : ['sl'],
    seen: itemsOf(seen).filter((name) => typeof name === 'string'),
    today,
  }
}
