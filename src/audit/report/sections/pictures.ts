import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import { section } from '../blocks'
import type { Report } from '../report'

const base64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const typeOf = (name: string) => (/\.jpe?g$/i.test(name) ? 'image/jpeg' : /\.webp$/i.test(name) ? 'image/webp' : 'image/png')

const QUESTION: Both = { sl: 'Vprašanje, kot je na začetni strani', en: 'The question as it is on the start page' }
const ON_PHONE: Both = { sl: 'Vprašanje na zaslonu, širokem 320 pik', en: 'The question on a screen 320 pixels wide' }
const SETTINGS: Both = { sl: 'Nastavitve, kot se prvič odprejo', en: 'The settings as they open for the first time' }

/** Pictures of the question and the settings; those of whole pages lie beside the report. */
export const pictures = (report: Report): Tree[] => {
  const { probes } = report.record
  const { say } = report.speech
  const shown: readonly (readonly [string | undefined, Both, string])[] = [
    [probes.question?.picture, QUESTION, ''],
    [probes.question?.pictureOnPhone, ON_PHONE, 'phone'],
    [probes.settings?.picture, SETTINGS, ''],
  ]
  const figures = shown.flatMap(([file, about, kind]): Tree[] => {
    const bytes = file === undefined ? undefined : report.pictures.get(file)
    if (file === undefined || !bytes) return []
    const source = `data:${typeOf(file)};base64,${base64(bytes)}`
    return [
      [
        'figure',
        kind ? { class: kind } : {},
        ['img', { src: source, alt: say(about) }],
        ['figcaption', {}, `${say(about)} (pictures/${file})`],
      ],
    ]
  })
  return figures.length ? [section('pictures', say({ sl: 'Slike', en: 'Pictures' }), ['div', { class: 'figures' }, ...figures])] : []
}
