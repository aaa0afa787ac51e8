import { extract } from './extract.ts'
import { fetch } from './fetch.ts'
import { search } from './search.ts'
import { timeline } from './timeline.ts'
import type { Tool } from './tool.ts'
import { verifyDraft } from './verify-draft.ts'
import { verifyQuote } from './verify-quote.ts'
import { whoSaid } from './who-said.ts'

/** The tools, in the order in which assistants see them. At most eight: with more, assistants choose badly. */
export const TOOLS: readonly Tool[] = [
  search,
  fetch,
  verifyQuote,
  verifyDraft,
  whoSaid,
  timeline,
  extract,
] as readonly Tool[]
