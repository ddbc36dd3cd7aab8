import type { Left } from '../cleanup/outOfReach'

/** One line for each place: browsers list by domain what they store, and that is where the visitor looks. */
export const listed = (left: readonly Left[]): string[] => {
  const places = new Set(left.map(({ place }) => place))
  return [...places].map((place) => {
    const names = left.filter((one) => one.place === place).map(({ name }) => name)
    return `${place}: ${[...new Set(names)].join(', ')}`
  })
}
