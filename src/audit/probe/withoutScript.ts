import { within } from '../visit/within'
import { onStartPage, outcomeOf } from './onStartPage'
import type { Probe } from './probe'

/** Runs in a page whose own scripts do not run. */
const readable = (): { readable: boolean; noscript: boolean } => {
  const text = document.body.innerText.trim()
  const veiled = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
  const isVeil = veiled !== null && /fixed/.test(getComputedStyle(veiled).position) && veiled.getBoundingClientRect().height >= innerHeight * 0.9
  return { readable: text.length > 20 && !isVeil, noscript: [...document.querySelectorAll('noscript')].some((one) => one.textContent.trim() !== '') }
}

/** The start page with JavaScript switched off. */
export const probeWithoutScript: Probe = async (tools) => {
  let seen = { readable: false, noscript: false }
  const look = async (page: Parameters<Parameters<typeof onStartPage>[1]>[0]) => {
    seen = await within(3000, page.evaluate(readable), seen)
  }
  const page = await onStartPage(tools, look, { javaScriptEnabled: false })
  return { withoutScript: { ...outcomeOf(page), ...seen } }
}
