import type { Progress } from '../audit/options'
import type { Both } from '../tools/both'
import type { Io } from './io'

const WHAT: Readonly<Record<Progress['what'], Both>> = {
  begin: { sl: 'Začetek', en: 'Beginning' },
  resume: { sl: 'Nadaljevanje', en: 'Going on' },
  page: { sl: 'Stran', en: 'Page' },
  probe: { sl: 'Preizkus', en: 'Trying' },
  end: { sl: 'Konec', en: 'Done' },
}

const STATES: Readonly<Record<string, Both>> = {
  unanswered: { sl: 'brez odgovora', en: 'no answer' },
  refused: { sl: 'zavrnjeno', en: 'refused' },
  accepted: { sl: 'sprejeto', en: 'accepted' },
  withdrawn: { sl: 'preklicano', en: 'withdrawn' },
}

/** Shows how far it is: in place where somebody is looking, else a line each. */
export const createProgress = (io: Io, say: (both: Both) => string) => {
  const { isTTY, columns } = process.stderr
  let isShown = false
  return {
    tell({ what, done, of, name, state }: Progress) {
      const where = state === undefined ? '' : ` (${say(STATES[state] ?? { sl: state, en: state })})`
      const line = `[${done}/${of}] ${say(WHAT[what])}: ${name}${where}`
      if (!isTTY) return io.tell(line)
      isShown = true
      process.stderr.write(`\r\u001B[2K${line.slice(0, (columns || 80) - 1)}`)
    },
    /** Leaves the line, so that what is said next has its own. */
    end() {
      if (isShown) process.stderr.write('\n')
      isShown = false
    },
  }
}
