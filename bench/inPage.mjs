/**
 * What runs in the page; the browser is handed these functions as text, so none may use anything outside itself.
 */

/**
 * Notes as `benchAskedAt`, and tells by the binding `benchAsked` where there is one, when a press in the middle of the
 * button would first do something: the button is on top there, and it or what it stands in listens to clicks. A widget may
 * show its question half a second before it listens.
 */
export const watchQuestion = ({ within, accept }) => {
  const listening = new WeakSet()
  const add = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type === 'click' && this instanceof Element) listening.add(this)
    return add.call(this, type, ...rest)
  }
  const listens = (element) => {
    for (let one = element; one; one = one.parentElement) if (listening.has(one) || one.onclick) return true
    return false
  }
  const isHit = (button) => {
    if (!button.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { left, top, width, height } = button.getBoundingClientRect()
    const place = [left + width / 2, top + height / 2]
    let hit = document.elementFromPoint(...place)
    while (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(...place)
    return button.contains(hit)
  }
  const look = () => {
    const scope = within ? document.querySelector(within)?.shadowRoot : document
    const button = scope?.querySelector(accept)
    if (!button || !listens(button) || !isHit(button)) return requestAnimationFrame(look)
    window.benchAskedAt = performance.now()
    return window.benchAsked?.(String(window.benchAskedAt))
  }
  look()
}

/** Notes when the page hears of a click, before anyone else does, and when its task is done. */
export const watchClick = () => {
  const begin = () => {
    performance.mark('bench click')
    const click = (window.benchClick = { start: performance.now() })
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (click.task = performance.now()))
    port1.start()
    port2.postMessage('')
  }
  window.addEventListener('click', begin, { capture: true, once: true })
}

/** How much of the page has moved without anyone having touched it. */
export const layoutShift = () =>
  new Promise((resolve) => {
    let sum = 0
    const add = (entries) => {
      for (const { hadRecentInput, value } of entries) if (!hadRecentInput) sum += value
    }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => {
      add(observer.takeRecords())
      resolve(sum)
    }, 100)
  })

export const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime

export const comeToRest = async () => {
  for (let round = 0; round < 3; round++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))
    await new Promise((done) => requestIdleCallback(done, { timeout: 200 }))
  }
}
