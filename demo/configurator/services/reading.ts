import { signal } from '@preact/signals'
import { countCookies, countServices, say } from '../state/language'
import { announce, change, draft, inventory } from '../state/store'
import { importInventory, textOfPolicy } from '../tools'
import type { Imported } from '../tools'
import { policyRead } from './policyRead'
import { adopt, type Chosen, chooseSure } from './adopt'

export const text = signal('')
/** A file that was dropped, with its own encoding; what is typed takes its place. */
export const dropped = signal<{ readonly name: string; readonly bytes: Uint8Array } | undefined>(undefined)
export const isReading = signal(false)
export const problem = signal('')
export const read = signal<Imported | undefined>(undefined)
export const chosen = signal<Chosen>({ cookies: new Set(), services: new Set(), facts: true })

/** What is longer takes a browser minutes, and no policy is. */
const LARGEST = 20_000_000

/** Reads what is there. */
export const run = async (): Promise<void> => {
  const source = dropped.value?.bytes ?? text.value
  if (!source.length) {
    problem.value = say('Najprej prilepite besedilo ali izberite datoteko.', 'First paste a text or choose a file.')
    return
  }
  problem.value = ''
  isReading.value = true
  announce(say('Berem …', 'Reading …'))
  // The browser is to show that it reads before it is busy reading.
  await new Promise((done) => setTimeout(done, 50))
  try {
    const imported = importInventory(source, dropped.value?.name)
    read.value = imported
    policyRead.value = textOfPolicy(source)
    chosen.value = chooseSure(imported)
    const found = `${countCookies(imported.cookies.length)}, ${countServices(imported.services.length)}`
    announce(say(`Prebrano: ${found}.`, `Read: ${found}.`))
  } catch {
    problem.value = say(
      'Tega ni bilo mogoče prebrati. Prilepite samo del o piškotkih.',
      'This could not be read. Paste the part about cookies alone.',
    )
  } finally {
    isReading.value = false
  }
  requestAnimationFrame(() => document.getElementById('import-result')?.focus())
}

/** Reads a file, or says why it cannot be read. */
export const take = async (file: File | undefined): Promise<void> => {
  if (!file) return
  if (file.size > LARGEST) {
    problem.value = say(
      'Datoteka je prevelika (več kot 20 MB). Izberite samo stran s politiko.',
      'The file is too large (over 20 MB). Choose the policy page alone.',
    )
    return
  }
  if (/\.(pdf|docx?|odt|xlsx?)$/i.test(file.name)) {
    problem.value = say(
      `Datoteke ${file.name} brskalnik ne more prebrati. Odprite jo, označite vse (Ctrl in A), kopirajte in prilepite sem.`,
      `The browser cannot read ${file.name}. Open it, select all (Ctrl and A), copy, and paste it here.`,
    )
    return
  }
  dropped.value = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  text.value = ''
  await run()
}

export const toggle = (list: 'cookies' | 'services', index: number, isOn: boolean) => {
  const next = new Set(chosen.value[list])
  if (isOn) next.add(index)
  else next.delete(index)
  chosen.value = { ...chosen.value, [list]: next }
}

export const all = (isOn: boolean, { cookies, services }: Imported) => {
  const every = (rows: readonly unknown[]) => new Set(isOn ? rows.keys() : [])
  chosen.value = { cookies: every(cookies), services: every(services), facts: isOn }
}

/** Puts what is chosen into the inventory. */
export const accept = (imported: Imported) => {
  change({ ...draft.value, inventory: adopt(inventory.value, imported, chosen.value) })
  const added = `${countCookies(chosen.value.cookies.size)}, ${countServices(chosen.value.services.size)}`
  announce(say(`Dodano v popis: ${added}.`, `Added to the inventory: ${added}.`))
  read.value = undefined
  text.value = ''
  dropped.value = undefined
  requestAnimationFrame(() => document.getElementById('own-services')?.focus())
}
