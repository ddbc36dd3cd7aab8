import { recogniseSnippet } from '../catalogue/recogniseSnippet'
import type { Block } from './blocks'
import { excerpt } from './excerpt'
import { isRecipient, mentionedIn } from './mentions'
import { sentencesOf } from './sentencesOf'
import type { ImportedService, ReadFrom } from './types'

/** A sentence that says of a service that it is not used. */
const NOT = /(?<!\p{L})(?:ne uporablja\w*|ni(?:smo)? nameščen\w*|brez uporabe)(?!\p{L})/iu

/** Running text that is about services, and does not merely name a company. */
const OF_SERVICES = /piškot|cookie|analiti|statisti|sledi|obdelov|obdeluje|posred|ponudnik|vtičnik|storitev|storitve|zemljevid|video|posnet|e-novic|novičk|orodj|platform|uporablja/iu

/** Known services that a document loads or names, each once: code is surer than words. */
export const servicesIn = (code: string, blocks: readonly Block[]): ImportedService[] => {
  const found = new Map<string, ImportedService>()
  for (const { service, account } of recogniseSnippet(code)) {
    const from: ReadFrom = { kind: 'snippet', text: excerpt(service.scripts[0] ?? service.name) }
    found.set(service.id, { id: service.id, ...(service.use && { use: service.use }), ...(account && { account }), role: 'service', confidence: 0.95, from })
  }
  for (const block of blocks) {
    const text = block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : block.text
    for (const sentence of sentencesOf(text)) {
      if (block.kind !== 'table' && (!OF_SERVICES.test(sentence) || NOT.test(sentence))) continue
      for (const { service } of mentionedIn(sentence)) {
        if (found.has(service.id)) continue
        const role = isRecipient(service) ? 'recipient' : 'service'
        const from: ReadFrom = { kind: 'prose', text: excerpt(sentence), ...(block.line && { line: block.line }) }
        found.set(service.id, { id: service.id, ...(service.use && { use: service.use }), role, confidence: 0.7, from })
      }
    }
  }
  return [...found.values()]
}
