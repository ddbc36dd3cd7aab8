import type { Step } from './nextVersion.mjs'

export declare const leastStep: (notes: string, current: string) => Step
export declare const isEnough: (step: Step, least: Step) => boolean
