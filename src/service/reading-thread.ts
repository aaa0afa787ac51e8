import { type Circumstances, type ExtractedSlice, type Extraction, joinExtractions } from '../engine/index.ts'
import { boundedSlices, type Overflow } from '../features/extraction/domain.ts'

/** A text to read in a thread. */
export interface ThreadTask {
  readonly text: string
  readonly circumstances: Circumstances
  readonly statementsMax: number | undefined
  /** One shared number. If it is not 0, the thread stops at the end of a slice. */
  readonly stop: Int32Array
}

/** What a thread answers. Errors would lose their class on the way, so failures are values. */
export type ThreadAnswer = { readonly extraction: Extraction } | { readonly overflow: Overflow } | 'stopped'

/** Reads a text. `createReadingThreads` runs this function in a thread of its own. */
export default function readInThread({ text, circumstances, statementsMax, stop }: ThreadTask): ThreadAnswer {
  const slices: ExtractedSlice[] = []
  for (const slice of boundedSlices(text, circumstances, statementsMax)) {
    if ('statements' in slice) return { overflow: slice }
    if (Atomics.load(stop, 0) !== 0) return 'stopped'
    slices.push(slice)
  }
  return { extraction: joinExtractions(slices) }
}
