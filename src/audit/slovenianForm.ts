/** A noun by what stands before it: one, two, three and four, more (»1 minuta, 2 minuti, 3 minute, 5 minut«). */
export type SlovenianForms = readonly [one: string, two: string, few: string, other: string]

/** The form of a noun that a number takes. */
export const slovenianForm = (amount: number, [one, two, few, other]: SlovenianForms): string =>
  [other, one, two, few, few][amount % 100] ?? other
