/** A visit of many pages has few names and hosts, but each many times. */
const MOST = 2000

/** The same function, which knows its last answers by a key. */
export const remember = <Input, Output>(keyOf: (input: Input) => string, compute: (input: Input) => Output): ((input: Input) => Output) => {
  const answers = new Map<string, Output>()
  return (input) => {
    const key = keyOf(input)
    const before = answers.get(key)
    if (before !== undefined || answers.has(key)) return before as Output
    if (answers.size >= MOST) answers.clear()
    const answer = compute(input)
    answers.set(key, answer)
    return answer
  }
}
