import { answersService, found, grantsCategory, namedTwice, TWICE } from '../choicePattern'
import { headerValue, type Policy, type Switchable } from '../readPolicy'

/** Stands for no hosts: it is allowed in any case. To a variable that is set to nothing Apache gives the value 1. */
const NONE = "'self'"

/**
 * For `.htaccess`, Apache 2.4. The choice is read once and checked as a whole; then a variable of the request for each
 * service holds its hosts or what stands for none. A blank stands before each, so that `(null)`, which Apache writes for
 * a variable that it does not know, is a word of its own and means nothing.
 * @param remark about the file, line by line
 */
export const apacheRules = (policy: Policy, remark: readonly string[]): string => {
  const { header, services } = policy
  const text = headerValue(policy, services.map((_, index) => `%{${variable(index)}}e`))
  return [
    ...remark.map((line) => `# ${line}`),
    '<IfModule mod_setenvif.c>',
    '<IfModule mod_headers.c>',
    `SetEnvIf Cookie "${found()}" privolim_choice=$1`,
    `SetEnvIf Cookie "${TWICE}" !privolim_choice`,
    ...services.map(({ id }) => `SetEnvIf Cookie "${namedTwice([id])}" !privolim_choice`),
    ...services.flatMap(serviceRules),
    '',
    `Header always set ${header} "${text}"`,
    // Else a cache would hand the page of one visitor, with its policy, to another.
    'Header always merge Vary Cookie "expr=%{CONTENT_TYPE} =~ m#^text/html#"',
    '</IfModule>',
    '</IfModule>',
    '',
  ].join('\n')
}

const variable = (index: number) => `privolim_${index + 1}`

/** Later lines win, so the answer about the service comes after the one about its category. */
const serviceRules = ({ id, category, hosts }: Switchable, index: number): string[] => {
  const when = (pattern: string, value: string) =>
    `SetEnvIf privolim_choice "${pattern}" "${variable(index)}=${value}"`
  return [
    '',
    `# ${id}`,
    when('^', NONE),
    when(grantsCategory(category), hosts.join(' ')),
    when(answersService(id, false), NONE),
    when(answersService(id, true), hosts.join(' ')),
  ]
}
