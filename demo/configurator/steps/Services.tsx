/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { Catalogue } from '../services/Catalogue'
import { Declared } from '../services/Declared'
import { Import } from '../services/Import'

/** What the site stores and whom it calls: read, found, or entered by hand. */
export const Services = () => (
  <>
    <Import />
    <Catalogue />
    <Declared />
  </>
)
