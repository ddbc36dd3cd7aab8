import { pressAnswer } from '../visit/press'
import { within } from '../visit/within'
import { inFreshProfile, visitStart } from './onStartPage'
import type { Probe } from './probe'

interface Watched {
  __violations?: string[]
}

/** Runs in each page before its own scripts. */
const watchViolations = (): void => {
  const found: string[] = []
  ;(window as Watched).__violations = found
  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
    if (disposition === 'enforce' && found.length < 50) found.push(`${effectiveDirective} ${blockedURI}`)
  })
}

/** Runs in a page. */
const readViolations = () => ({
  found: (window as Watched).__violations ?? [],
  policy: document.querySelector('meta[http-equiv="Content-Security-Policy" i]') !== null,
})

/** What the site's own Content Security Policy stopped, after everything was accepted. */
export const probeViolations: Probe = (tools) =>
  inFreshProfile(tools, async (profile) => {
    await profile.context.addInitScript(watchViolations)
    let seen = { found: [] as string[], policy: false }
    const { requests, url } = await visitStart(tools, profile, {
      async act(page) {
        await pressAnswer(page, 'accept', tools.options.waits.press)
        seen = await within(2000, page.evaluate(readViolations), seen)
      },
    })
    const document = requests.find((request) => request.type === 'document' && request.url === url)
    const hasHeader = document?.responseHeaders.some(([name]) => name.toLowerCase() === 'content-security-policy') === true
    return { violations: { policy: seen.policy || hasHeader, found: [...new Set(seen.found)] } }
  })
