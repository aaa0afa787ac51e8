import { writeFileSync } from 'node:fs'
import { API_INFO } from '../src/documentation/api.ts'
import { measureEngine } from './engine-figures.ts'

// Writes the figures of the engine that the service publishes. `npm run evaluate:verify -- --write` writes those of the
// verifier.
const today = new Date().toISOString().slice(0, 10)
const FILE = new URL('../src/features/accuracy/engine.json', import.meta.url)
writeFileSync(FILE, `${JSON.stringify(measureEngine(today, API_INFO.version), null, 2)}\n`)
