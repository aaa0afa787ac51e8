import { AP } from './ap.ts'
import { APA } from './apa.ts'
import { BIBTEX } from './bibtex.ts'
import { CHICAGO } from './chicago.ts'
import { CSL_JSON } from './csl-json.ts'
import { MLA } from './mla.ts'
import { RIS } from './ris.ts'
import type { CitationStyle } from './style.ts'

/** The citation styles by their names in requests. */
export const STYLES = {
  apa: APA,
  chicago: CHICAGO,
  mla: MLA,
  ap: AP,
  bibtex: BIBTEX,
  ris: RIS,
  'csl-json': CSL_JSON,
} satisfies Readonly<Record<string, CitationStyle>>
