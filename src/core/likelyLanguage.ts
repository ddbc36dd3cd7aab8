/**
 * The language that will probably be spoken, as far as the page alone tells; none where it is Slovenian, which stands in
 * every part. The inventory has the last word (`texts/pickLanguage.ts`), and is still being fetched.
 * @param wanted `data-lang`, or the option of `start()`
 */
export const likelyLanguage = (wanted: string | undefined) =>
  /^(it|hu|en|de|hr)/i.exec(wanted || document.documentElement.lang)?.[0].toLowerCase() as 'it' | undefined
