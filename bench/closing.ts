type Close = () => Promise<unknown>

/** Runs work, and closes what it opened, last first, when the work has ended, has failed, or is interrupted. */
export async function closingAll(work: (opened: (close: Close) => void) => Promise<void>): Promise<void> {
  const closers: Close[] = []
  const closeAll = async (): Promise<void> => {
    while (closers.length > 0) await closers.pop()!()
  }
  process.once('SIGINT', () => void closeAll().finally(() => process.exit(130)))
  try {
    await work((close) => void closers.push(close))
  } finally {
    await closeAll()
  }
}
