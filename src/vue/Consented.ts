import { computed, defineComponent, h, onBeforeUnmount, onMounted, shallowRef, watch, type SlotsType, type VNode } from 'vue'
import { attend, FRAME } from '../frameworks/attend'
import { isGranted } from '../frameworks/liveConsent'
import { useConsent } from './useConsent'

/**
 * Its default slot is there only while what it needs is granted; the slot `fallback`, if there is one, while it is
 * denied, in place of the placeholder with its two answers. Other attributes go to the `<div>` that stands around it all.
 * @example
 * <Consented service="youtube"><iframe src="https://www.youtube-nocookie.com/embed/…" title="…" /></Consented>
 */
export const Consented = defineComponent({
  name: 'Consented',
  props: {
    /** Id of a service or a category; several, with blanks between them, must all be granted. */
    service: { type: String, required: true },
  },
  slots: Object as SlotsType<{ default?: () => VNode[]; fallback?: () => VNode[] }>,
  setup(props, { slots }) {
    const consent = useConsent()
    const once = shallowRef<string>()
    const place = shallowRef<HTMLElement>()
    const focus = { current: false }
    const shown = computed(() => once.value === props.service || isGranted(props.service, consent.value))
    let end: (() => void) | undefined
    const look = () => {
      end?.()
      const { service } = props
      const showOnce = (yes: boolean) => {
        once.value = yes ? service : undefined
      }
      end = attend(place.value!, { service, shown: shown.value, framed: !slots.fallback, focus, showOnce })
    }
    onMounted(look)
    watch([shown, () => props.service, () => !slots.fallback], look, { flush: 'post' })
    onBeforeUnmount(() => end?.())
    return () => {
      const { default: content, fallback } = slots
      const held = () => (fallback ? fallback() : [h('iframe', { ...FRAME, title: props.service })])
      return h('div', { key: `${shown.value} ${!fallback} ${props.service}`, ref: place }, shown.value ? content?.() : held())
    }
  },
})
