// Stands in for Google's gtag.js: as much of it as can be told from outside by cookies. Served by createWorld.ts.
;(() => {
  const id = new URL(document.currentScript.src).searchParams.get('id')
  const layer = (window.dataLayer = window.dataLayer || [])
  window.__gtagLoaded = [...(window.__gtagLoaded || []), id]

  // Google reads `Arguments` objects only: an array in its place is passed over without a word.
  const commands = () => [...layer].filter((entry) => String(entry) === '[object Arguments]').map((entry) => [...entry])

  const mayStore = () => {
    const states = commands().filter(([name]) => name === 'consent').map(([, , state]) => state.analytics_storage)
    return states.findLast(Boolean) === 'granted'
  }

  const store = () => {
    if (!mayStore()) return
    setWidest('_ga', 'GA1.1.1234567890.1700000000')
    if (id?.startsWith('G-')) setWidest(`_ga_${id.slice(2)}`, 'GS2.1.s1700000000$o1$g0$t1700000000$j60$l0$h0')
  }

  // As Google does it: the widest domain that the browser accepts, tried from the right.
  const setWidest = (name, value) => {
    const labels = location.hostname.split('.')
    for (let count = 2; count <= labels.length; count++) {
      document.cookie = `${name}=${value}; Domain=${labels.slice(-count).join('.')}; Path=/; Max-Age=${2 * 365 * 86400}`
      if (document.cookie.split('; ').some((cookie) => cookie.startsWith(`${name}=`))) return
    }
  }

  const push = layer.push
  layer.push = function (...entries) {
    const length = push.apply(this, entries)
    store()
    return length
  }
  store()
})()
