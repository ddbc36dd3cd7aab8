import type { Service } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { parseDuration } from '../duration/duration'
import { type RecordRow, rowsOf } from './rowsOf'

export type { RecordRow }

/** @param words must hold the texts of the table, see `texts/<language>/table.ts` */
export const recordRows = (service: Service, words: Words): RecordRow[] => rowsOf(service, words, parseDuration)
