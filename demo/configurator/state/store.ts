import { computed, effect, signal } from '@preact/signals'
import { type Draft, emptyDraft } from './draft'
import { draftStorage } from './draftStorage'
import { begin, record, redo, undo } from './history'
import { type Keys, setAt, type JsonObject } from './json'
import { say } from './language'

const storage = draftStorage(() => localStorage)

const history = signal(begin<Draft>(storage.load() ?? emptyDraft))

export const draft = computed(() => history.value.present)
export const inventory = computed(() => draft.value.inventory)
export const look = computed(() => draft.value.look)
export const canUndo = computed(() => history.value.past.length > 0)
export const canRedo = computed(() => history.value.future.length > 0)

/** Whether the browser keeps the draft between visits. */
export const isKept = signal(true)

/** What is read out, and shown for a while: that something was added, undone, saved. */
export const announcement = signal('')

export const announce = (sentence: string): void => {
  // The same sentence twice would be read out once.
  announcement.value = sentence === announcement.value ? `${sentence}\u00A0` : sentence
}

/** @param tag as in `record`: one for each field that is typed into */
export const change = (next: Draft, tag?: string): void => {
  history.value = record(history.value, next, tag)
}

/** Writes into the inventory; an empty text is no text. */
export const write = (keys: Keys, value: unknown, tag?: string): void => {
  const next = setAt(inventory.value, keys, value === '' ? undefined : value) as JsonObject
  change({ ...draft.value, inventory: next }, tag)
}

export const undoChange = (): void => {
  if (!canUndo.value) return
  history.value = undo(history.value)
  announce(say('Razveljavljeno.', 'Undone.'))
}

export const redoChange = (): void => {
  if (!canRedo.value) return
  history.value = redo(history.value)
  announce(say('Znova uveljavljeno.', 'Done again.'))
}

export const startOver = (): void => {
  change({ ...emptyDraft })
  announce(
    say('Osnutek je prazen. Premislite si lahko z gumbom »Razveljavi«.', 'The draft is empty. »Undo« brings it back.'),
  )
}

effect(() => {
  isKept.value = storage.save(draft.value)
})
