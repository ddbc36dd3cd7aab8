export declare const VERSIONED: Readonly<Record<string, unknown>>
export declare const withVersion: (name: string, text: string, version: string, isPublic?: boolean) => string
