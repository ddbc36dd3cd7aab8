/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { start } from 'privolim'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { inventory } from '../inventory'
import { routeOf } from '../route'
import { App } from './App'

start(inventory)

const place = document.getElementById('app')!
const app = (
  <StrictMode>
    <App first={routeOf(location.pathname)} />
  </StrictMode>
)
// With HTML from a server in it, that is taken over.
if (place.firstElementChild) hydrateRoot(place, app)
else createRoot(place).render(app)
