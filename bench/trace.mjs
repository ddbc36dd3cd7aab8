/**
 * What a renderer's main thread does while `deed` and the time after it last: tasks with their processor time in
 * milliseconds (what other programs do meanwhile is not in it), when they began, and what the page marked in them.
 */
export const traceTasks = async (browser, page, deed, rest = 700) => {
  // No more than that: what DevTools wants to know besides takes the page a third of its time.
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] })
  let events
  try {
    // Over the protocol: what Playwright runs in the page to find and to wait would be counted with the widget's work.
    await deed()
    await page.waitForTimeout(rest)
  } finally {
    events = JSON.parse((await browser.stopTracing()).toString()).traceEvents
  }
  return tasksIn(events)
}

const tasksIn = (events) => {
  const threadOf = ({ pid, tid }) => `${pid}.${tid}`
  const named = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const mains = new Set(events.filter(named).map(threadOf))
  const onMain = events.filter((event) => mains.has(threadOf(event)))
  const marks = onMain.filter(({ name }) => name.startsWith('bench '))
  const isIn = (task) => (mark) => threadOf(mark) === threadOf(task) && mark.ts >= task.ts && mark.ts <= task.ts + task.dur
  return onMain
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .map((task) => ({
      start: task.ts,
      time: (task.tdur ?? 0) / 1000,
      marks: marks.filter(isIn(task)).map(({ name }) => name),
    }))
}

/** The tasks from the first that marked this on. The browser's own work before is nothing that a page could shorten. */
export const tasksSince = (mark, tasks) => {
  const begin = tasks.find(({ marks }) => marks.includes(mark))
  if (!begin) throw new Error(`»${mark}« was not traced.`)
  return tasks.filter(({ start }) => start >= begin.start)
}

export const longestOf = (tasks) => Math.max(...tasks.map(({ time }) => time))

export const workOf = (tasks) => tasks.reduce((sum, { time }) => sum + time, 0)
