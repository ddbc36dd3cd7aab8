import { connectVendor, type Granted } from './connectVendor'

interface Queue {
  push(...words: unknown[]): unknown
}

declare global {
  interface Window {
    uetq?: Queue
    UET?: new (options: { ti: string; q: Queue; enableAutoSpaTracking: boolean }) => Queue
  }
}

const FILE = 'https://bat.bing.com/bat.js'

/** Three words, each by itself: an array in their place is not understood. Only `ad_storage` counts. */
const say = (command: 'default' | 'update') => (granted: Granted) =>
  void window.uetq!.push('consent', command, { ad_storage: granted('marketing') ? 'granted' : 'denied' })

/** Microsoft Advertising (learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent). */
export const connectUet = connectVendor({
  stub: () => void (window.uetq ??= []),
  onDefault: say('default'),
  onUpdate: say('update'),
  onGrant({ id, account }) {
    // The file only brings the means; it starts with what is in the queue once somebody tells it to. `load` does not
    // bubble, but it can be caught on its way down; an `onload` attribute would need 'unsafe-inline'.
    const begin = ({ target }: Event) => {
      const { dataset, src } = target as HTMLScriptElement
      if (src !== FILE || dataset.privolim !== id || !window.UET) return
      document.removeEventListener('load', begin, true)
      window.uetq = new window.UET({ ti: account!, q: window.uetq!, enableAutoSpaTracking: true })
      window.uetq.push('pageLoad')
    }
    document.addEventListener('load', begin, true)
  },
  script: () => FILE,
})
