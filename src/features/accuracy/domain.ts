import engine from './engine.json' with { type: 'json' }
import { AccuracyMeasurement } from './schema.ts'
import verifier from './verifier.json' with { type: 'json' }

/** The published figures of the engine and of the verifier. Throws when the program starts if a file is malformed. */
export const PUBLISHED_FIGURES = {
  engine: AccuracyMeasurement.parse(engine),
  verifier: AccuracyMeasurement.parse(verifier),
}
