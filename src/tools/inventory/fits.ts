/** Whether a name is one of those that a pattern with `*` stands for; in linear time, whatever the pattern. */
export const fits = (pattern: string, name: string): boolean => {
  const [start = '', ...parts] = pattern.split('*')
  if (!parts.length) return pattern === name
  const end = parts.pop() ?? ''
  if (!name.startsWith(start) || name.length < start.length + end.length || !name.endsWith(end)) return false
  let from = start.length
  for (const part of parts) {
    const at = name.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return from <= name.length - end.length
}
