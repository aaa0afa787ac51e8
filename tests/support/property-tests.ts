import fc from 'fast-check'

const DEFAULT_RUNS = 100

// The inputs of property tests are the same in each run, so that a commit that passes once passes again. To look for
// new counterexamples, set another seed (TEST_SEED=7) or ask for more runs (TEST_RUNS=10 for ten times as many).
fc.configureGlobal({
  seed: Number(process.env['TEST_SEED'] ?? 20_261_123),
  numRuns: DEFAULT_RUNS * Number(process.env['TEST_RUNS'] ?? 1),
})
