/**
 * A function that hands on its own `arguments` object. The files of Google, Microsoft and Meta read nothing else from
 * their queues: an array in its place, as rest parameters give it, is passed over without a word.
 */
export const withArguments = (take: (words: IArguments) => void): ((...words: unknown[]) => void) =>
  function () {
    // oxlint-disable-next-line prefer-rest-params
    take(arguments)
  }
