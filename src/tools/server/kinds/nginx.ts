import { answersService, found, grantsCategory, namedTwice, TWICE } from '../choicePattern'
import { headerValue, NONCE, type Policy, type Switchable } from '../readPolicy'

/**
 * For nginx, a file for the level `http {}`: the policy as a variable, which is worked out for those requests alone that
 * use it. The first line of a `map` that matches wins.
 * @param remark about the file, line by line
 */
export const nginxRules = (policy: Policy, remark: readonly string[]): string => {
  const { services } = policy
  const all = services.map((_, index) => variable(index)).join(' ')
  // 32 random hexadecimal digits, new for each request.
  const text = headerValue(policy, services.length ? ['$privolim_granted'] : []).replace(NONCE, '$request_id')
  return [
    ...remark.map((line) => `# ${line}`),
    map('$http_cookie', '$privolim_choice', [
      ['default', ''],
      [`~${TWICE}`, ''],
      ...services.map(({ id }) => [`~${namedTwice([id])}`, ''] as const),
      [`~${found('(?<privolim_value>')}`, '$privolim_value'],
    ]),
    ...services.map((service, index) => `\n# ${service.id}\n${serviceRules(service, index)}`),
    '',
    // Once for all directives: nginx reads no word of more than 4096 characters.
    ...(services.length ? [map('', '$privolim_granted', [['default', all]])] : []),
    map('', '$privolim_policy', [['default', text]]),
    '',
    // Else a cache would hand the page of one visitor, with its policy, to another.
    map('$sent_http_content_type', '$privolim_vary', [
      ['default', ''],
      ['~^text/html', 'Cookie'],
    ]),
    '',
  ].join('\n')
}

/** What stands in the site's own `server {}`, and anew in each `location` that has an `add_header` of its own. */
export const nginxHeaders = ({ header }: Policy): string[] => [
  `add_header ${header} $privolim_policy always;`,
  'add_header Vary $privolim_vary always;',
]

const variable = (index: number) => `$privolim_${index + 1}`

const serviceRules = ({ id, category, hosts }: Switchable, index: number): string =>
  map('$privolim_choice', variable(index), [
    ['default', ''],
    [`~${answersService(id, false)}`, ''],
    [`~${answersService(id, true)}`, hosts.join(' ')],
    [`~${grantsCategory(category)}`, hosts.join(' ')],
  ])

const map = (from: string, to: string, lines: readonly (readonly [string, string])[]): string => {
  const written = lines.map(([key, value]) => `    ${key === 'default' ? key : `"${key}"`} "${value}";\n`)
  return `map ${from || '""'} ${to} {\n${written.join('')}}`
}
