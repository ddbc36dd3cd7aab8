/** What a site's robots.txt asks of this tool. */
export interface Robots {
  readonly allows: (url: string) => boolean
  /** Seconds between two pages. */
  readonly delay: number
  readonly sitemaps: readonly string[]
}

interface Group {
  readonly agents: string[]
  readonly rules: { readonly allow: boolean; readonly path: string }[]
  delay: number
}

/** Rules have `*` for anything, and `$` for the end. */
const patternOf = (path: string): RegExp => {
  const source = path.replace(/[.+?^{}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\*+/g, '.*')
  return new RegExp(`^${source.endsWith('$') ? source : source.replaceAll('$', String.raw`\$`)}`)
}

const linesOf = (text: string) =>
  text
    .slice(0, 500_000)
    .split(/\r\n?|\n/)
    .flatMap((line) => {
      const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line)
      return match ? [[match[1]!.toLowerCase(), match[2]!.trim()] as const] : []
    })

const groupsOf = (text: string): Group[] => {
  const groups: Group[] = []
  let isNaming = false
  for (const [field, value] of linesOf(text)) {
    if (field === 'sitemap') continue
    if (field === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [], delay: 0 })
      groups.at(-1)!.agents.push(value.toLowerCase())
      isNaming = true
      continue
    }
    isNaming = false
    const group = groups.at(-1)
    if (field === 'crawl-delay' && group) group.delay = Number(value) || 0
    // `Disallow:` with nothing after it disallows nothing.
    if ((field === 'allow' || field === 'disallow') && group && value) group.rules.push({ allow: field === 'allow', path: value })
  }
  return groups
}

/** Reads a robots.txt as RFC 9309 has it: the group for this tool, else the one for all; the longest rule that matches wins. */
export const readRobots = (text: string, agent = 'privolim'): Robots => {
  const groups = groupsOf(text)
  const own = groups.filter(({ agents }) => agents.includes(agent))
  const ours = own.length ? own : groups.filter(({ agents }) => agents.includes('*'))
  const rules = ours.flatMap((group) => group.rules).map((rule) => ({ ...rule, pattern: patternOf(rule.path) }))
  return {
    allows(url) {
      const { pathname, search } = new URL(url)
      const matching = rules.filter(({ pattern }) => pattern.test(pathname + search))
      const longest = matching.sort((one, other) => other.path.length - one.path.length || Number(other.allow) - Number(one.allow))[0]
      return longest?.allow ?? true
    },
    delay: Math.max(0, ...ours.map(({ delay }) => delay)),
    sitemaps: linesOf(text).flatMap(([field, value]) => (field === 'sitemap' && value ? [value] : [])),
  }
}
