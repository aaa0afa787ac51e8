/** Returns the number of runs of a property test: `TEST_RUNS=10` makes it ten times as many. */
export const runs = (numRuns: number): { numRuns: number } => ({
  numRuns: numRuns * Number(process.env['TEST_RUNS'] ?? 1),
})
