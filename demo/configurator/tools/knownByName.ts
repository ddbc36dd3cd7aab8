import { catalogue, type KnownService } from '../../../src/tools'

const byName: ReadonlyMap<string, KnownService> = new Map([
  ...catalogue.map((known) => [known.id, known] as const),
  // What the widget calls it, where that is not its id here.
  ...catalogue.flatMap((known) => (known.use ? [[known.use, known] as const] : [])),
])

/** @param name of the catalogue, or the one that `{ "use": … }` takes */
export const knownByName = (name: string): KnownService | undefined => byName.get(name)
