/**
 * What comes, or something else where it takes too long or fails: a page that is busy for ever answers nothing, and must
 * not hold up those after it.
 */
export const within = async <Value, Else>(milliseconds: number, wanted: Promise<Value>, otherwise: Else): Promise<Value | Else> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Else>((done) => (timer = setTimeout(done, milliseconds, otherwise)))
  try {
    return await Promise.race([wanted.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
