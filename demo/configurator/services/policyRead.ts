import { signal } from '@preact/signals'

/** The text that was read last, to be checked as a policy. It is not kept: it may be long, and it is the owner's. */
export const policyRead = signal('')
