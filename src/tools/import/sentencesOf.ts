/** The sentences of a text, as far as stops tell; each line begins anew. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)
