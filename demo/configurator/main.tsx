/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { signal } from '@preact/signals'
import { render } from 'preact'

const count = signal(0)
const App = () => <button type="button" onClick={() => count.value++}>{count.value}</button>
render(<App />, document.body)
