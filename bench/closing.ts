type Close = () => Promise<unknown>

/** Runs work. When the work ends, fails or is interrupted, closes everything that it opened, in reverse order. */
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
