import type { Issue, IssueCode } from '../core/inventory/issues'
import { CATEGORIES, type Text } from '../core/inventory/types'
import { areUnlike, byLanguage } from './answers'
import { fieldsOf, OBJECTS, PATTERNS } from './shape'

/**
 * Names that only trackers have. Declared as strictly necessary they would be allowed without being asked about, which
 * is the commonest lie of cookie lists (EDPB cookie banner taskforce, type I), so such an inventory is refused.
 */
const TRACKERS =
  '_ga _ga_* _gat _gat_* _gid __utm* _gcl_* _fbp _fbc _pk_* _hj* _clck _clsk _uet* _ttp _tt_* IDE NID YSC VISITOR_INFO*'.split(' ')

/** Whether there is a name that both stand for; of several `*` the first counts, and stands for whatever follows. */
const isTracker = (name: string) =>
  TRACKERS.some((tracker) => {
    const [known, any] = tracker.split('*')
    const [named, some] = name.split('*')
    return known === named || (any === '' && named!.startsWith(known!)) || (some !== undefined && known!.startsWith(named!))
  })

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every issue of a JSON value that ought to be an inventory, in the order of its shape. */
export const checkInventory = (json: unknown): Issue[] => {
  const issues: Issue[] = []
  const report = (code: IssueCode, path: string, expected = '') => void issues.push({ code, path, expected })

  const check = (value: unknown, kind: string, path: string): void => {
    if (kind.endsWith('*')) {
      if (!Array.isArray(value)) return report('type', path, 'array')
      value.forEach((item, index) => check(item, kind.slice(0, -1), `${path}[${index}]`))
    } else if (OBJECTS[kind]) {
      if (!isObject(value)) return report('type', path, 'object')
      for (const field of fieldsOf(kind)) {
        const place = (path && `${path}.`) + field.name
        const there = value[field.name]
        // What is undefined would not be there in JSON; an object handed to `start()` may well hold it.
        if (there !== undefined) check(there, field.kind, place)
        else if (field.required) report('required', place)
      }
    } else if (kind === 'texts') {
      if (!isObject(value)) return report('type', path, 'object')
      for (const key of Object.keys(value)) check(value[key], 'text', `${path}.${key}`)
    } else if (kind === 'text' && isObject(value)) {
      if (!Object.keys(value).length) report('pattern', path, kind)
      for (const language of Object.keys(value)) check(value[language], 'words', `${path}.${language}`)
    } else if (kind === 'flag' ? typeof value !== 'boolean' : typeof value !== 'string') report('type', path, kind)
    else if (PATTERNS[kind] && !PATTERNS[kind].test(value as string)) report('pattern', path, kind)
  }
  check(json, 'inventory', '')
  if (issues.length) return issues

  // What a shape cannot say: how places relate to each other.
  const { services = [], cookies, texts = {} } = json as RawInventory
  const seen = new Map<string, string>()
  const checkNames = (path: string, rows: readonly RawRow[] = [], categoryOf: (row: RawRow) => string) =>
    rows.forEach((row, index) => {
      if (categoryOf(row) === 'necessary' && isTracker(row.name))
        report('tracker-necessary', `${path}cookies[${index}].name`, row.name)
    })
  services.forEach(({ id, category, cookies: rows }, index) => {
    const path = `services[${index}].`
    // `site-…` is what the rows of the bare table are gathered under, see `writeOut`.
    if (CATEGORIES.some((reserved) => id === reserved || id === `site-${reserved}`)) report('reserved-id', `${path}id`)
    if (seen.has(id)) report('duplicate-id', `${path}id`, seen.get(id))
    seen.set(id, `${path}id`)
    checkNames(path, rows, () => category)
  })
  checkNames('', cookies, (row) => row.category ?? 'necessary')
  if (areUnlike(byLanguage(texts['banner.acceptAll']), byLanguage(texts['banner.rejectAll'])))
    report('answers-unlike', 'texts')
  return issues
}

interface RawRow {
  readonly name: string
  readonly category?: string
}
interface RawInventory {
  readonly services?: readonly { readonly id: string; readonly category: string; readonly cookies?: readonly RawRow[] }[]
  readonly cookies?: readonly RawRow[]
  readonly texts?: Readonly<Record<string, Text>>
}
