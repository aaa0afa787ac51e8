import { readdir, readFile } from 'node:fs/promises'

/** The unit of times in /proc, in milliseconds: on Linux, a second has 100 ticks. */
const TICK_MS = 10

interface Times {
  readonly parent: number
  /** The time of the process with all its threads, in milliseconds. */
  readonly own: number
  /** The time of the processes that it started and that ended. */
  readonly ended: number
}

/** Returns the processor time of a process with its threads, in milliseconds. Only Linux tells; elsewhere 0. */
export const processorMs = async (pid: number): Promise<number> => (await timesOf(pid))?.own ?? 0

/** Returns the processor time of a process and of all processes that it started, in milliseconds. */
export async function processorMsOfFamily(pid: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean)
  const times = await Promise.all(pids.map(timesOf))
  const head = times[pids.indexOf(pid)]
  const children = times.filter((one) => one?.parent === pid)
  return (head?.own ?? 0) + (head?.ended ?? 0) + children.reduce((sum, one) => sum + (one?.own ?? 0), 0)
}

/** Reads the times of a process: see proc_pid_stat(5). Undefined if there is no such process. */
async function timesOf(pid: number): Promise<Times | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined
  // The name of the program is in parentheses, and may contain anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ms = (index: number): number => Number(fields[index]) * TICK_MS
  return { parent: Number(fields[1]), own: ms(11) + ms(12), ended: ms(13) + ms(14) }
}
