/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { render } from 'preact'
import { App } from './App'
import { followHash } from './steps/step'

followHash()
render(<App />, document.getElementById('configurator')!)
