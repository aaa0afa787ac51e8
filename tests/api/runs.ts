/**
 * How often a property is tried, and from which seed: the same every time, unless the environment asks for more
 * (TEST_RUNS=10 for ten times as many) or for others (TEST_SEED=7).
 */
export const runs = (numRuns: number): { numRuns: number; seed: number } => ({
  numRuns: numRuns * Number(process.env['TEST_RUNS'] ?? 1),
  seed: Number(process.env['TEST_SEED'] ?? 20_261_123),
})
