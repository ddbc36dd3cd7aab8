export declare const REQUIRED: readonly string[]
export declare const packedProblems: (files: readonly string[]) => string[]
