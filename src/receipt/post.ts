/** A request that takes longer, in milliseconds, is given up, so that it does not hold up other tabs. */
const PATIENCE = 10_000

/** @returns the status of the answer, 0 where there is none */
export const post = async (endpoint: string, body: object): Promise<number> => {
  try {
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // Goes on when the tab is closed.
      keepalive: true,
      credentials: 'omit',
      // After a redirect browsers mostly ask by GET, and the page that they get is no sign that anything was stored.
      redirect: 'error',
      // Missing in Safari before 16.
      signal: (AbortSignal as Partial<typeof AbortSignal>).timeout?.(PATIENCE) ?? null,
    })
    return status
  } catch {
    return 0
  }
}
