/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { Consented, Declaration, useConsent } from 'privolim/preact'
import { film } from '../film'
import { followRoute, go, type Route } from '../route'

/** Two views: a film, and what is stored. */
export const App = ({ first }: { readonly first: Route }) => {
  const [route, setRoute] = useState(first)
  useEffect(() => followRoute(setRoute), [])
  const { granted } = useConsent()
  return (
    <>
      <nav>
        <a href="/" onClick={(event) => go(event, '/')}>
          Film
        </a>{' '}
        <a href="/zasebnost" onClick={(event) => go(event, '/zasebnost')}>
          Zasebnost
        </a>
      </nav>
      <main>{route === '/' ? <Film /> : <Privacy />}</main>
      <footer>
        <p>Videoposnetki so {granted('youtube') ? 'dovoljeni' : 'zadržani'}.</p>
        <a href="#privolim">Nastavitve piškotkov</a>
      </footer>
    </>
  )
}

const Film = () => (
  <>
    <h1>Naš film</h1>
    <Consented service="youtube">
      <iframe {...film} />
    </Consented>
    <Consented service="youtube" fallback={<p id="namesto">Seznam filmov se pokaže po privolitvi.</p>}>
      <p id="seznam">Seznam filmov</p>
    </Consented>
  </>
)

const Privacy = () => (
  <>
    <h1>Zasebnost</h1>
    <Declaration level={2} />
  </>
)
