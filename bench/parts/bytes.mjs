import { setTimeout as sleep } from 'node:timers/promises'
import { questionOn } from '../question.mjs'

/** When nothing has been asked for during so many milliseconds, all has come: some parts are fetched once there is time. */
const QUIET = 1000

/**
 * Bytes and requests: until the question has come to rest, once it has been answered, when the preferences are opened, and
 * on the next page of a visitor who has refused everything, with nothing kept but cookies.
 */
export const bytes = {
  once: true,
  alone: true,
  aside: true,
  measure: async (bench, peer) => {
    const visit = visitsOf(bench, peer)
    if (!peer.setUp) return { pageBytes: (await visit(({ sent }) => sent())).bytes }
    const accepted = await visit(async ({ question, sent }) => {
      const first = await sent()
      await question.accept()
      return { first, answer: await sent() }
    })
    const returning = await visit(async ({ page, question, sent }) => {
      await question.reject()
      await sent()
      await page.reload()
      const again = await sent()
      if (await question.isAsked()) throw new Error(`${peer.name} asks again what was refused.`)
      return again
    })
    const preferences = peer.preferences && (await visit(openPreferences))
    return {
      firstBytes: accepted.first.bytes,
      firstRequests: accepted.first.requests,
      returningBytes: returning.bytes,
      returningRequests: returning.requests,
      answerBytes: accepted.answer.bytes,
      preferencesBytes: preferences?.bytes,
    }
  },
}

const openPreferences = async ({ question, sent }) => {
  await sent()
  await question.openPreferences()
  return sent()
}

/** A visit as a new visitor; `sent()` waits until the page is quiet and tells what has been sent since the last time. */
const visitsOf = ({ browser, servers }, peer) => async (tell) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const question = await questionOn(page, peer)
    servers.takeLog()
    await page.goto(servers.addressOf(peer))
    if (peer.accept) await question.asked()
    const sent = async () => {
      await untilQuiet(servers)
      const answers = servers.takeLog().filter(({ script }) => script === undefined)
      return { bytes: answers.reduce((sum, one) => sum + one.bytes, 0), requests: answers.length }
    }
    return await tell({ page, question, sent })
  } finally {
    await context.close()
  }
}

const untilQuiet = async ({ asked }) => {
  let before = asked()
  for (let quiet = 0; quiet < QUIET; quiet += 100) {
    await sleep(100)
    if (asked() === before) continue
    before = asked()
    quiet = 0
  }
}
