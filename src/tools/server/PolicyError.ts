/** Why no policy can be made: an option, or an id of what is granted, is wrong. The sentence says what to change. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
}
