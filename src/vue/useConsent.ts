import { getCurrentInstance, onMounted, onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { DENIED, liveConsent, onChange, type LiveConsent } from '../frameworks/liveConsent'

/**
 * What holds now, as a ref whose value is replaced when something has changed, and at no other time. On a server, and
 * while its HTML is taken over, everything optional is denied. It is let go of with the component or the scope in which
 * it was called.
 * @example
 * const consent = useConsent()
 * const counts = computed(() => consent.value.granted('analytics'))
 */
export const useConsent = (): Readonly<ShallowRef<LiveConsent>> => {
  // The one component that has an element before it was ever drawn is one that takes it over.
  const isTakingOver = !!getCurrentInstance()?.vnode.el
  const consent = shallowRef(isTakingOver ? DENIED : liveConsent())
  if (typeof document === 'undefined') return consent
  let end: (() => void) | undefined
  const follow = () => {
    const refresh = () => {
      consent.value = liveConsent()
    }
    refresh()
    end = onChange(refresh)
  }
  if (isTakingOver) onMounted(follow)
  else follow()
  // Outside of any scope there is nothing to go with, and it stays.
  onScopeDispose(() => end?.(), true)
  return consent
}
