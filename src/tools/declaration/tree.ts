/** An element as plain data: its tag, its attributes, and what is in it. Strings are text and nothing else. */
export type Tree = readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: Child[]]

export type Child = string | Tree
