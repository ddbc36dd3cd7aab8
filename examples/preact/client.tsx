/** @jsxRuntime automatic */
/** @jsxImportSource preact */
// Tells of HTML that is not what would be drawn. It is for working on the site: leave it out of what you publish.
import 'preact/debug'
import { hydrate, render } from 'preact'
import { start } from 'privolim'
import { inventory } from '../inventory'
import { routeOf } from '../route'
import { App } from './App'

start(inventory)

const place = document.getElementById('app')!
const app = <App first={routeOf(location.pathname)} />
// With HTML from a server in it, that is taken over.
if (place.firstElementChild) hydrate(app, place)
else render(app, place)
