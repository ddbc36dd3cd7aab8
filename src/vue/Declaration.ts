import { defineComponent, h, onMounted, shallowRef, watch, type PropType } from 'vue'
import { declareIn, type HeadingLevel } from '../frameworks/declareIn'

/** The declaration of the inventory, with the visitor's choice. Attributes go to the `<div>` that is filled. */
export const Declaration = defineComponent({
  name: 'Declaration',
  props: {
    /** Of the categories' headings, 3 unless said; services are one lower. */
    level: { type: Number as PropType<HeadingLevel>, default: 3 },
  },
  setup(props) {
    const place = shallowRef<HTMLElement>()
    const declare = () => declareIn(place.value!, props.level)
    onMounted(declare)
    watch(() => props.level, declare, { flush: 'post' })
    return () => h('div', { key: props.level, ref: place })
  },
})
