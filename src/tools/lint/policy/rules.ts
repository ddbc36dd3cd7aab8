import { consent } from './consent'
import { law } from './law'
import type { PolicyRule } from './rule'
import { services } from './services'
import { wording } from './wording'

/** Every rule for policy texts, P01–P27, in the order of their numbers. */
export const POLICY_RULES: readonly PolicyRule[] = [...consent, ...law, ...services, ...wording].sort((one, other) =>
  one.id < other.id ? -1 : 1,
)
