import type { Gate } from './attachGates'

/**
 * Not a gate in the strict sense, but found the same way: `<div data-privolim-declaration>` wants to be filled.
 * @param fill fetches what fills them, and marks them as filled
 */
export const declarationGate = (fill: () => void): Gate => {
  let wanting = false
  return {
    selector: '[data-privolim-declaration=""]',
    take() {
      wanting = true
    },
    update() {
      if (wanting) fill()
      wanting = false
    },
  }
}
