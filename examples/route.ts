export type Route = '/' | '/zasebnost'

/** What the address asks for; on a server nothing is known of it but what it is told. */
export const routeOf = (path: string): Route => (path === '/zasebnost' ? path : '/')

/** Goes to another view without loading the page anew. */
export const go = (event: { preventDefault(): void }, route: Route): void => {
  event.preventDefault()
  history.pushState(undefined, '', route)
  dispatchEvent(new PopStateEvent('popstate'))
}

/**
 * @param show is told of every other view from now on
 * @returns what ends it
 */
export const followRoute = (show: (route: Route) => void): (() => void) => {
  const listener = () => show(routeOf(location.pathname))
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}
