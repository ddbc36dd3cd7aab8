/**
 * The door for `<script src="…/privolim.js" data-inventory="…">`: reads the tag, finds the inventory, lends the parts by
 * their address beside this file.
 */
import { refuse } from './core/inventory/issues'
import type { Loader } from './core/parts'
import { start } from './core/start'

// `currentScript` is there only while this file runs for the first time, not in any callback.
const tag = document.currentScript as HTMLScriptElement

const load = ((name: string) => import(/* @vite-ignore */ `${new URL(`privolim-${name}.js`, tag.src)}`)) as Loader

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
