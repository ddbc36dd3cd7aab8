import type { CDPSession, Dialog, Download, Page } from 'playwright-core'
import type { Trouble } from '../record'
import { hostOfUrl, isSameSite } from './site'

/** Pages that go on to another page by themselves do so once or twice. */
const MOST_NAVIGATIONS = 12

export interface Guard {
  readonly troubles: readonly Trouble[]
  readonly add: (kind: Trouble['kind'], detail: string) => void
  /** Which script asked for an address, where the browser knows. */
  readonly initiators: ReadonlyMap<string, string>
  /** The page is to be given up. */
  readonly isOver: () => boolean
}

interface Limits {
  /** Of the site. */
  readonly home: string
  readonly largest: number
}

interface Initiator {
  readonly url?: string
  readonly stack?: { readonly callFrames: readonly { readonly url: string }[]; readonly parent?: Initiator['stack'] }
}

const scriptOf = ({ url, stack }: Initiator): string | undefined => {
  const own = stack?.callFrames.find((frame) => /^https?:/.test(frame.url))?.url
  return own ?? (stack?.parent ? scriptOf({ stack: stack.parent }) : undefined) ?? (url || undefined)
}

/** Watches how much comes, and stops what is too much. */
const guardSize = (session: CDPSession, { largest }: Limits, end: (kind: Trouble['kind'], detail: string) => void) => {
  const sizes = new Map<string, { bytes: number; url: string }>()
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const length = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1]
    if (Number(length) > largest) end('too-large', `${response.url}: ${length} B`)
    else sizes.set(requestId, { bytes: 0, url: response.url })
  })
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const one = sizes.get(requestId)
    if (!one) return
    one.bytes += dataLength
    if (one.bytes <= largest) return
    // Some more comes before it has stopped.
    sizes.delete(requestId)
    end('too-large', `${one.url}: > ${largest} B`)
  })
}

/**
 * Documents are held until it is clear that they may be asked for: none of another site in the place of the page, no form
 * that is sent, no redirects without end. All else goes its way.
 */
const guardDocuments = async (session: CDPSession, { home }: Limits, end: (kind: Trouble['kind'], detail: string, stop?: boolean) => void) => {
  let navigations = 0
  const { frameTree } = await session.send('Page.getFrameTree')
  const main = frameTree.frame.id
  session.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
    const refuse = (kind: Trouble['kind'], detail: string, stop = false) => {
      end(kind, detail, stop)
      return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    }
    const decide = () => {
      if (frameId !== main) return request.method === 'GET' ? undefined : refuse('elsewhere', `${request.method} ${request.url}`)
      if (request.method !== 'GET') return refuse('elsewhere', `${request.method} ${request.url}`)
      if (!isSameSite(hostOfUrl(request.url), hostOfUrl(home))) return refuse('elsewhere', request.url)
      return ++navigations > MOST_NAVIGATIONS ? refuse('redirects', request.url, true) : undefined
    }
    void (decide() ?? session.send('Fetch.continueRequest', { requestId })).catch(() => {})
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }] })
}

/** Has the browser remember which script an image is of, which is fetched a little later; nothing may be halted by it. */
const rememberCallers = async (session: CDPSession) => {
  try {
    await session.send('Debugger.enable')
    await session.send('Debugger.setSkipAllPauses', { skip: true })
    await session.send('Debugger.setAsyncCallStackDepth', { maxDepth: 8 })
  } catch {
    // No script runs in this profile.
  }
}

/** Makes whatever a page may do end as a trouble of that page. */
export const guardPage = async (page: Page, limits: Limits): Promise<Guard> => {
  const troubles: Trouble[] = []
  const initiators = new Map<string, string>()
  let over = false
  const add = (kind: Trouble['kind'], detail: string) => {
    // A page that opens a thousand dialogs has one trouble.
    if (troubles.filter((one) => one.kind === kind).length < 5) troubles.push({ kind, detail: detail.slice(0, 300) })
  }
  page.on('dialog', (dialog: Dialog) => {
    add('dialog', `${dialog.type()}: ${dialog.message()}`)
    // One that asks whether to stay must not make it stay.
    void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(() => {})
  })
  page.on('download', (download: Download) => {
    add('download', download.url())
    void download.cancel().catch(() => {})
  })
  page.on('popup', (popup) => {
    add('popup', popup.url())
    void popup.close().catch(() => {})
  })
  page.on('crash', () => {
    over = true
    add('crash', page.url())
  })

  const session = await page.context().newCDPSession(page)
  const end = (kind: Trouble['kind'], detail: string, stop = true) => {
    add(kind, detail)
    if (!stop || over) return
    over = true
    void session.send('Page.stopLoading').catch(() => {})
  }
  await session.send('Network.enable')
  await rememberCallers(session)
  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    const script = scriptOf(initiator)
    if (script && !initiators.has(request.url)) initiators.set(request.url, script)
  })
  guardSize(session, limits, end)
  await guardDocuments(session, limits, end)
  return { troubles, add, initiators, isOver: () => over }
}
