/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string'
import { routeOf } from '../route'
import { App } from './App'

/** @returns what belongs into `#app` */
export const render = (path: string): string => renderToString(<App first={routeOf(path)} />)
