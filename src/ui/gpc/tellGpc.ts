import type { Inventory } from '../../core/inventory/types'
import { gpc as sl } from '../../texts/sl/gpc'
import { createWords } from '../../texts/words'

const words = createWords('sl', sl)

/** What to say to a browser that sends Global Privacy Control: nothing where there is nothing that it refuses. */
export const tellGpc = ({ services }: Inventory): string =>
  services.some(({ category }) => category === 'marketing') ? words('gpc.note') : ''
