/**
 * Reads a number of statements: `200k`, `1m`.
 * @param option the option that has the number, for the message of the error.
 */
export function readSize(text: string, option = '--size'): number {
  const match = /^(\d+)([km]?)$/.exec(text)
  if (!match) throw new Error(`${option} ${text}: must be a number of statements, such as 200k or 1m`)
  return Number(match[1]) * { '': 1, k: 1000, m: 1_000_000 }[match[2] as '' | 'k' | 'm']
}
