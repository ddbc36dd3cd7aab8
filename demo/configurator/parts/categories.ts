import { say } from '../state/language'
import type { CategoryId } from '../tools'

export const categoryName = (id: string): string => {
  const names: Readonly<Record<CategoryId, string>> = {
    necessary: say('nujno potrebni', 'strictly necessary'),
    functional: say('funkcionalni', 'functional'),
    analytics: say('analitični', 'analytics'),
    marketing: say('oglaševalski', 'marketing'),
    embeds: say('zunanje vsebine', 'embedded content'),
  }
  return Object.hasOwn(names, id) ? names[id as CategoryId] : id
}
