import type { Service } from '../../core/inventory/types'

/** Whether the visitor decides about it. */
export const isOptional = ({ category }: Service): boolean => category !== 'necessary'
