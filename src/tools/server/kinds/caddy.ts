import { answersService, found, grantsCategory, namedTwice, TWICE } from '../choicePattern'
import { headerValue, NONCE, type Policy, type Switchable } from '../readPolicy'

/**
 * For Caddy 2, a file that a site's block imports. The first line of a `map` that matches wins.
 * @param remark about the file, line by line
 */
export const caddyRules = (policy: Policy, remark: readonly string[]): string => {
  const { header, services } = policy
  const text = headerValue(policy, services.map((_, index) => variable(index))).replace(NONCE, '{http.request.uuid}')
  return [
    ...remark.map((line) => `# ${line}`),
    map('{http.request.header.Cookie}', '{privolim_choice}', [
      [`~${TWICE}`, ''],
      ...services.map(({ id }) => [`~${namedTwice([id])}`, ''] as const),
      [`~${found()}`, '${1}'],
      ['default', ''],
    ]),
    ...services.map((service, index) => `\n# ${service.id}\n${serviceRules(service, index)}`),
    '',
    `header ${header} "${text}"`,
    // Else a cache would hand the page of one visitor, with its policy, to another.
    'header +Vary Cookie',
    '',
  ].join('\n')
}

const variable = (index: number) => `{privolim_${index + 1}}`

const serviceRules = ({ id, category, hosts }: Switchable, index: number): string =>
  map('{privolim_choice}', variable(index), [
    [`~${answersService(id, false)}`, ''],
    [`~${answersService(id, true)}`, hosts.join(' ')],
    [`~${grantsCategory(category)}`, hosts.join(' ')],
    ['default', ''],
  ])

const map = (from: string, to: string, lines: readonly (readonly [string, string])[]): string => {
  const written = lines.map(([key, value]) => `\t${key === 'default' ? key : `"${key}"`} "${value}"\n`)
  return `map ${from} ${to} {\n${written.join('')}}`
}
