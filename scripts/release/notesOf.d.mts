export declare const notesOf: (changelog: string, version: string) => string | undefined
