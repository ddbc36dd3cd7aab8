import { spawn } from 'node:child_process'

const onWindows = process.platform === 'win32'

/**
 * Runs a command with its output shown and resolves to its exit status. What takes longer than `limit` milliseconds is
 * ended, together with its own children, and counts as failed.
 */
export const command = (file, args, { cwd, env, limit, shell = onWindows, stdio = 'inherit' } = {}) =>
  new Promise((resolve) => {
    // A group of its own, but only where it may have to be ended: Ctrl-C in a terminal reaches one group alone.
    const detached = limit !== undefined && !onWindows
    const child = spawn(file, args, { cwd, env, shell, stdio, detached })
    let timer
    const stop = () => {
      if (detached) killGroup(child.pid)
      else child.kill('SIGKILL')
    }
    const interrupt = () => {
      stop()
      process.exit(130)
    }
    const end = (status) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupt)
      resolve(status)
    }
    if (limit !== undefined) {
      timer = setTimeout(stop, limit)
      process.on('SIGINT', interrupt)
    }
    child.on('error', () => end(127))
    child.on('exit', (status) => end(status ?? 1))
  })

const killGroup = (pid) => {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Ended by itself in the meantime.
  }
}
