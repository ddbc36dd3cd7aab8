/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { render } from 'preact'
import { start } from 'privolim'
import { inventory } from '../inventory'
import { routeOf } from '../route'
import { App } from './App'

start(inventory)

render(<App first={routeOf(location.pathname)} />, document.getElementById('app')!)
