/** A cell's lines are kept: several names stand one beneath the other. */
export type Row = readonly string[]

/** What a document is made of, whether it came as HTML or as text, in its order. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: number; readonly line?: number }
  | { readonly kind: 'table'; readonly rows: readonly Row[]; readonly line?: number }
  | { readonly kind: 'item'; readonly text: string; readonly line?: number }
  | { readonly kind: 'term'; readonly text: string; readonly line?: number }
  | { readonly kind: 'text'; readonly text: string; readonly line?: number }
