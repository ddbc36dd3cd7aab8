/**
 * The frame has the focus at once, so that it is not lost with the button, and again when it has loaded: the document
 * that comes is another one, to which the focus does not go over by itself (Tab would pass it by).
 */
export const focusInto = (frame: HTMLElement): void => {
  frame.focus()
  frame.addEventListener(
    'load',
    () => {
      // Whoever has gone elsewhere meanwhile is left there.
      if ((frame.getRootNode() as Document | ShadowRoot).activeElement !== frame) return
      frame.blur()
      frame.focus()
    },
    { once: true },
  )
}
