import type { Profile } from '../visit/profile'
import type { ProbeTools } from './probe'

/** 180 days, in seconds. */
const LASTING = 15_552_000

/** The value of Privolim's cookie in a state; nothing where there is none. */
export const choiceIn = async ({ states }: ProbeTools, name: 'accepted' | 'refused'): Promise<string | undefined> => {
  const { profile } = await states.get(name)
  const cookies = await profile.context.cookies()
  return cookies.find((cookie) => cookie.name === 'privolim')?.value
}

/** Sets it by hand, as auditors do before they load a page. */
export const presetChoice = ({ context }: Profile, url: string, value: string): Promise<void> => {
  const { protocol } = new URL(url)
  return context.addCookies([{ name: 'privolim', value, url, sameSite: 'Lax', secure: protocol === 'https:', expires: Math.floor(Date.now() / 1000) + LASTING }])
}
