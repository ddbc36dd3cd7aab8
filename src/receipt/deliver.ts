import { warn } from '../core/report'
import { alone, newLease } from './alone'
import { post } from './post'
import { readQueue, writeQueue, type Waiting } from './queue'
import type { Receipt } from './types'

/**
 * Sends a receipt to the site's own endpoint, and with it whatever still waits from earlier pages. Each is sent until
 * the endpoint has answered that it is stored, or that it does not want it; always with the same key, so that an
 * endpoint that has heard of it before stores it once.
 *
 * @param receipt without one, only what waits is sent
 * @returns whether nothing waits any longer; never rejects
 */
export const deliver = (endpoint: string, receipt?: Receipt): Promise<boolean> =>
  putAndSend(endpoint, receipt).catch(() => false)

const putAndSend = async (endpoint: string, receipt: Receipt | undefined) => {
  const [lease, ...waiting] = readQueue()
  const added: Waiting[] =
    receipt && !waiting.some(([, , , { id }]) => id === receipt.id) ? [[randomKey(), Date.now(), 0, receipt]] : []
  let lost = false
  // Also where nothing is added: what is damaged goes.
  if (!writeQueue(lease, [...waiting, ...added])) for (const one of added) lost = !(await send(endpoint, one))
  if (readQueue().length > 1) await alone(() => sendAll(endpoint))
  return !lost && readQueue().length < 2
}

/** Each once, and those that other tabs add meanwhile; then the lease is given back. */
const sendAll = async (endpoint: string) => {
  const tried = new Set<string>()
  for (;;) {
    const [, ...waiting] = readQueue()
    const one = waiting.find(([key]) => !tried.has(key))
    if (!one) return writeQueue(0, waiting)
    tried.add(one[0])
    // Counted before it is sent, since the tab may be closed before there is an answer.
    one[2]++
    writeQueue(newLease(), waiting)
    if (await send(endpoint, one)) {
      const [still, ...others] = readQueue()
      writeQueue(still, others.filter(([key]) => key !== one[0]))
    }
  }
}

/** @returns whether it need not be sent again */
const send = async (endpoint: string, [key, , , receipt]: Waiting) => {
  const status = String(await post(endpoint, { ...receipt, key }))
  const refused = REFUSAL.test(status)
  if (refused) warn(`naslov ${endpoint} je zavrnil potrdilo o izbiri: ${status}. (The endpoint refused a receipt.)`)
  return refused || status.startsWith('2')
}

/** All else may be otherwise later: no connection, a request that came too slowly, too many, a server in trouble. */
const REFUSAL = /^4(?!08|29)/

/** At 128 bits no two are the same. `crypto.randomUUID` is missing on http. */
const randomKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-')
