import type { Draft } from '../state/draft'
import { textAt } from '../state/json'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:44rem;font:1.0625rem/1.65 system-ui,sans-serif;background:#fff;color:#20242a}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;margin:2.5rem 0 1rem}
header,footer{color:#5a626d;font-size:.9375rem}
footer{margin-top:4rem;border-top:1px solid #d9dde3;padding-top:1rem}
a{color:#1f3f63}
iframe{max-width:100%}
@media(prefers-color-scheme:dark){body{background:#14171b;color:#e6e9ed}header,footer{color:#a7b0bb}footer{border-color:#353c45}a{color:#b9d2ec}}`

/** A page without a look of its own, under the name of the site that is being set up. */
export const neutralPage = (kind: 'home' | 'policy', { inventory }: Draft): string => {
  const name = escape(
    textAt(inventory, ['site', 'name']) || textAt(inventory, ['controller', 'name']) || 'Vaša spletna stran',
  )
  const main =
    kind === 'policy'
      ? '<h1>Piškotki</h1><div data-privolim-declaration></div>'
      : `<h1>Dobrodošli</h1><p>To je vzorčna stran brez oblikovanja. Vprašanje o piškotkih, nastavitve in obvestila so pravi: takšne bodo videli vaši obiskovalci.</p>
<p>Vsebina, ki čaka na privolitev, ostane zadržana, dokler je obiskovalec ne dovoli.</p>`
  return `<!doctype html><html lang="sl"><head><title>${name}</title><meta name="viewport" content="width=device-width"></head><body>
<style>${STYLE}</style><header>${name}</header><main>${main}</main>
<footer><a href="/zasebnost/">Zasebnost</a> · <a href="/">Prva stran</a> · <a href="#privolim">Nastavitve piškotkov</a></footer></body></html>`
}
