/** @param pattern a record's name as declared, in which `*` stands for any characters */
export const matcherOf = (pattern: string): ((name: string) => boolean) => {
  const source = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  const expression = new RegExp(`^${source.join('.*')}$`)
  return (name) => expression.test(name)
}
