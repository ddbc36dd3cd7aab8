import { within } from '../visit/within'
import { onStartPage } from './onStartPage'
import type { Probe } from './probe'

/** Runs in a page: addresses in what is not shown yet, which some browsers fetch nevertheless. */
const liveIn = (): string[] => {
  const roots: ParentNode[] = [...document.querySelectorAll('template')].map(({ content }) => content)
  const held = [...document.querySelectorAll('[data-privolim-placeholder]')]
  const live = [...roots, ...held].flatMap((root) => [...root.querySelectorAll('[src], [srcset], object[data], [poster]')])
  return live
    .map((one) => one.getAttribute('src') ?? one.getAttribute('srcset') ?? one.getAttribute('data') ?? one.getAttribute('poster') ?? '')
    .filter((address) => /^(https?:)?\/\//.test(address) && new URL(address, location.href).hostname !== location.hostname)
}

/** Live addresses inside templates and placeholders. */
export const probeLiveTemplates: Probe = async (tools) => {
  let liveTemplates: string[] = []
  await onStartPage(tools, async (page) => {
    liveTemplates = await within(3000, page.evaluate(liveIn), [])
  })
  return { liveTemplates: [...new Set(liveTemplates)] }
}
