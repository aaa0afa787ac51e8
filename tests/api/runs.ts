/**
 * Returns the number of runs and the seed of a property test. They are constant, unless the environment asks for more
 * runs (TEST_RUNS=10 for ten times as many) or another seed (TEST_SEED=7).
 */
export const runs = (numRuns: number): { numRuns: number; seed: number } => ({
  numRuns: numRuns * Number(process.env['TEST_RUNS'] ?? 1),
  seed: Number(process.env['TEST_SEED'] ?? 20_261_123),
})
