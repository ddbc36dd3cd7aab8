import { h } from '../dom/h'
import { LANGUAGES, type Language, NAMES } from '../texts/languages'
import type { Words } from '../texts/words'

interface LanguagesProps {
  readonly words: Words
  /** The inventory's. */
  readonly offered: readonly string[]
  readonly speakIn: (language: Language) => void
}

/** The languages that the site offers, each by its own name and none smaller than another; nothing where there is one. */
export const Languages = ({ words, offered, speakIn }: LanguagesProps) => {
  const shown = LANGUAGES.filter((language) => offered.includes(language))
  return (
    <div part="languages" role="group" aria-label={words('language.label')} hidden={shown.length < 2}>
      {shown.map((language) => (
        <button
          type="button"
          part="language"
          lang={language}
          aria-current={words.language === language && 'true'}
          onClick={() => speakIn(language)}
        >
          {NAMES[language]}
        </button>
      ))}
    </div>
  )
}
