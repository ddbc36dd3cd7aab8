/** How long to wait for frames, in milliseconds: what takes them away may still be on its way. */
const PATIENCE = 1000
const PAUSE = 20

/**
 * Resolves when no denied frame shows anything any more. Browsers remember what a frame showed when a page is loaded
 * anew, and Firefox asks for it again before any script has run; of a frame that is gone it remembers nothing.
 */
export const framesAway = async (granted: (id: string) => boolean): Promise<void> => {
  const isDenied = ({ dataset }: HTMLIFrameElement) => !dataset.privolim!.trim().split(/\s+/).every(granted)
  const shown = () => [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-privolim][src]')].some(isDenied)
  const pause = () => new Promise((done) => setTimeout(done, PAUSE))
  for (let waited = 0; waited < PATIENCE && shown(); waited += PAUSE) await pause()
  // And the empty page that takes its place is a moment in coming.
  await pause()
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-privolim]'))
    if (isDenied(frame)) frame.remove()
}
