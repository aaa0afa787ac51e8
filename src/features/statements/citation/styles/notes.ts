import type { Cited } from '../parts/cited.ts'
import { joined, wordsOf } from '../parts/prose.ts'

const MANNERS = { direct: 'Quotation', mixed: 'Report with quoted words', indirect: 'Paraphrase' } as const

/** Returns the note of a record: the speaker, when the words were spoken, and the words. */
export const noteOf = (cited: Cited): string => {
  const { speaker, role, said, type, isDisputed, permalink } = cited
  const who = joined([speaker?.literal ?? 'an unnamed speaker', role], ', ')
  const facts = joined(
    [`${MANNERS[type]} of ${who}`, said && `said ${said.edtf}`, isDisputed && 'disputed'],
    '; ',
  )
  return `${facts}: ${wordsOf(cited)} (${permalink})`
}
