export const SERVICES = ['counter', 'meter', 'adverts']

/** How many scripts the page has. */
export const COUNT = 200

// 7 and 26 have no divisor in common: every delay from 5 to 30 ms comes, scattered, and the same in each run.
const delayOf = (number) => 5 + ((number * 7) % 26)

/** The scripts of the page in document order, dealt out to the services in turn: 67, 67 and 66 of them. */
export const SCRIPTS = Array.from({ length: COUNT }, (_, number) => ({
  number,
  service: SERVICES[number % SERVICES.length],
  path: `/script/${number}.js`,
  delay: delayOf(number),
}))
