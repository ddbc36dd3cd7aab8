import type { Page } from 'playwright-core'
import type { Outcome, PageRecord } from '../record'
import { freshProfile, type Profile, type ProfileOptions } from '../visit/profile'
import { type Visit, visitPage } from '../visit/visitPage'
import type { ProbeTools } from './probe'

type Steps = Pick<Visit, 'before' | 'act'> & { readonly url?: string }

/** Does something in a fresh profile, which is thrown away afterwards. */
export const inFreshProfile = async <Value>(tools: ProbeTools, use: (profile: Profile) => Promise<Value>, wanted: ProfileOptions = {}): Promise<Value> => {
  const profile = await freshProfile(tools.browser, tools.options, wanted)
  try {
    return await use(profile)
  } finally {
    await profile.close()
  }
}

/** Visits the start page in a profile. */
export const visitStart = ({ options }: ProbeTools, profile: Profile, { url = options.url, ...steps }: Steps = {}): Promise<PageRecord> =>
  visitPage({ profile, url, options, ...steps })

/** Visits the start page in a fresh profile and does something there. */
export const onStartPage = (tools: ProbeTools, act: (page: Page) => Promise<unknown>, wanted: ProfileOptions = {}): Promise<PageRecord> =>
  inFreshProfile(tools, (profile) => visitStart(tools, profile, { act }), wanted)

/** What pages led to. */
export const outcomeOf = (...pages: readonly PageRecord[]): Outcome => ({
  hosts: [...new Set(pages.flatMap(({ requests }) => requests.filter(({ thirdParty }) => thirdParty).map(({ host }) => host)))].sort(),
  stored: [...new Set(pages.flatMap(({ cookies, stored }) => [...cookies, ...stored].map(({ name }) => name)))].sort(),
})
