/** Why there is no release, as a sentence for whoever asked for it. Anything else that is thrown is a fault of the script. */
export class Refusal extends Error {
  name = 'Refusal'
}
