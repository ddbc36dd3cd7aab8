import { Consented, Declaration, useConsent } from 'privolim/vue'
import { defineComponent, h, onBeforeUnmount, onMounted, shallowRef, type PropType } from 'vue'
import { film } from '../film'
import { followRoute, go, type Route } from '../route'

/** Two views: a film, and what is stored. */
export const App = defineComponent({
  props: { first: { type: String as PropType<Route>, required: true } },
  setup({ first }) {
    const route = shallowRef(first)
    const consent = useConsent()
    let end: (() => void) | undefined
    onMounted(() => {
      end = followRoute((next) => {
        route.value = next
      })
    })
    onBeforeUnmount(() => end?.())
    const link = (to: Route, text: string) => h('a', { href: to, onClick: (event: Event) => go(event, to) }, text)
    return () => [
      h('nav', [link('/', 'Film'), ' ', link('/zasebnost', 'Zasebnost')]),
      h('main', route.value === '/' ? filmView() : privacyView()),
      h('footer', [
        h('p', `Videoposnetki so ${consent.value.granted('youtube') ? 'dovoljeni' : 'zadržani'}.`),
        h('a', { href: '#privolim' }, 'Nastavitve piškotkov'),
      ]),
    ]
  },
})

const filmView = () => [
  h('h1', 'Naš film'),
  h(Consented, { service: 'youtube' }, { default: () => [h('iframe', film)] }),
  h(
    Consented,
    { service: 'youtube' },
    {
      default: () => [h('p', { id: 'seznam' }, 'Seznam filmov')],
      fallback: () => [h('p', { id: 'namesto' }, 'Seznam filmov se pokaže po privolitvi.')],
    },
  ),
]

const privacyView = () => [h('h1', 'Zasebnost'), h(Declaration, { level: 2 })]
