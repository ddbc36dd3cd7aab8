import type { Loader } from '../core/parts'
import { tag } from './tag'

/** Lends the parts by their address beside the file that the tag names. */
export const load = ((name: string) => import(/* @vite-ignore */ `${new URL(`privolim-${name}.js`, tag.src)}`)) as Loader
