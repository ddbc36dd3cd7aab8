/**
 * The door for `<script src="…/privolim.js" data-inventory="…">`: reads the tag, finds the inventory, and starts. The
 * door is the same for `privolim.standalone.js`, which lends some parts from within (`tag/loadFromWithin.ts`).
 */
import { refuse } from './core/inventory/issues'
import { start } from './core/start'
import { load } from './tag/load'
import { tag } from './tag/tag'

/** The inventory that stands in the page before the tag, else the one at `data-inventory`. */
const findInventory = () => document.getElementById('privolim-inventory')?.textContent ?? fetchText(tag.dataset.inventory)

const fetchText = async (address = ''): Promise<string> => {
  const response = address && (await fetch(address).catch(() => undefined))
  if ((response as Response | undefined)?.ok) return (response as Response).text()
  return refuse([{ code: 'fetch', path: '', expected: address }])
}

// An element with this id would also answer to `window.privolim`.
if (!window.privolim?.ready)
  window.privolim = start(findInventory(), { load, settings: tag.dataset, nonce: tag.nonce })
else void load('mistakes').then((part) => part.run())
