import { versionOf } from './versionOf.mjs'

const folder = 'bench/node_modules/cookieconsent'

/**
 * Osano's open-source widget, as its wizard writes it for "opt-in". It asks one question and holds nothing: what happens
 * on an answer is the page's own, in the callbacks of its documentation.
 */
export const osano = {
  name: 'Osano cookieconsent',
  version: versionOf(folder),
  folder,
  setUp: ({ packages }) => ({
    head: `<link rel="stylesheet" href="${packages}/build/cookieconsent.min.css">`,
    tail: `<script src="${packages}/build/cookieconsent.min.js"></script>
<script>
function release() {
  document.querySelectorAll('script[data-held]').forEach(function (held) {
    var script = document.createElement('script')
    script.src = held.src
    held.replaceWith(script)
  })
}
window.cookieconsent.initialise({
  palette: { popup: { background: '#000' }, button: { background: '#f1d600' } },
  type: 'opt-in',
  content: { href: '/zasebnost' },
  onInitialise: function () { if (this.hasConsented()) release() },
  onStatusChange: function () { if (this.hasConsented()) release() },
})
</script>`,
  }),
  mark: ({ src }) => `<script type="text/plain" data-held src="${src}"></script>`,
  link: '',
  accept: '.cc-window .cc-allow',
  reject: '.cc-window .cc-deny',
  notes: {
    order: {
      en: 'It holds no scripts: lines of the page do, and its callback calls them.',
      sl: 'Skript ne zadrži: to stori koda strani, ki jo pokliče ob odgovoru.',
    },
    preferences: {
      en: 'It has no preferences and no categories.',
      sl: 'Nastavitev in kategorij nima.',
    },
  },
}
