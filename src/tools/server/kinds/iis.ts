import { answersService, found, grantsCategory, namedTwice, TWICE } from '../choicePattern'
import { headerValue, type Policy, type Switchable } from '../readPolicy'

/**
 * For IIS with the module URL Rewrite, as `web.config`: outbound rules that set the header and then, service by service,
 * add hosts to each directive.
 * @param remark about the file, line by line
 */
export const iisRules = (policy: Policy, remark: readonly string[]): string => {
  const variable = `RESPONSE_${policy.header.replaceAll('-', '_')}`
  const open = policy.directives.filter(({ isOpen }) => isOpen).map(({ name }) => name)
  const ids = policy.services.map(({ id }) => id)
  const rules = policy.services.flatMap((service) =>
    open.map((name) =>
      rule(`Privolim ${service.id} ${name}`, variable, String.raw`^((?:.*; )?${name} [^;]*)(.*)$`, {
        value: `{R:1} ${service.hosts.join(' ')}{R:2}`,
        conditions: conditionsOf(service, ids),
      }),
    ),
  )
  const first = rule('Privolim', variable, '.*', { value: headerValue(policy, []), conditions: [] })
  return `<?xml version="1.0" encoding="UTF-8"?>
<!--
${remark.map((line) => `  ${line}\n`).join('')}-->
<configuration>
  <system.webServer>
    <rewrite>
      <outboundRules>
${[first, ...rules].join('')}      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
`
}

interface Condition {
  readonly pattern: string
  readonly negate?: boolean
}

/** All must hold. What refuses by name goes first, so what grants may be by name or by category. */
const conditionsOf = ({ id, category }: Switchable, ids: readonly string[]): Condition[] => {
  const inCookie = (pattern: string) => `(?:^|;) *privolim=${pattern}`
  const byCategory = inCookie(grantsCategory(category).slice(1))
  const byName = (granted: boolean) => inCookie(`[^;]*${answersService(id, granted).replace('$', '[; ]|$')}`)
  return [
    { pattern: found() },
    { pattern: TWICE, negate: true },
    { pattern: namedTwice(ids), negate: true },
    { pattern: byName(false), negate: true },
    { pattern: `${byCategory}|${byName(true)}` },
  ]
}

const rule = (
  name: string,
  variable: string,
  pattern: string,
  { value, conditions }: { value: string; conditions: readonly Condition[] },
): string => {
  const lines = conditions.map((condition) => {
    const negate = condition.negate ? ' negate="true"' : ''
    return `            <add input="{HTTP_COOKIE}" pattern="${escaped(condition.pattern)}" ignoreCase="false"${negate} />\n`
  })
  const all = lines.length && `          <conditions logicalGrouping="MatchAll">\n${lines.join('')}          </conditions>\n`
  return `        <rule name="${name}">
          <match serverVariable="${variable}" pattern="${escaped(pattern)}" ignoreCase="false" />
${all || ''}          <action type="Rewrite" value="${escaped(value)}" />
        </rule>
`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
