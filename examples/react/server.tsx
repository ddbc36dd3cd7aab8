/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { routeOf } from '../route'
import { App } from './App'

/** @returns what belongs into `#app` */
export const render = (path: string): string =>
  renderToString(
    <StrictMode>
      <App first={routeOf(path)} />
    </StrictMode>,
  )
