import { start } from 'privolim'
import { createApp, createSSRApp } from 'vue'
import { inventory } from '../inventory'
import { routeOf } from '../route'
import { App } from './App'

start(inventory)

const place = document.getElementById('app')!
// With HTML from a server in it, that is taken over.
const create = place.firstElementChild ? createSSRApp : createApp
create(App, { first: routeOf(location.pathname) }).mount(place)
