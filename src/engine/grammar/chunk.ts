import type { Document } from '../types/document.ts'
import { type NounPhrase, nounPhraseAt } from './noun-phrase.ts'
import type { Tags } from './tag-context.ts'
import { type VerbGroup, verbGroupAt } from './verb-group.ts'

/** Returns all noun phrases and verb groups of a document, in text order. */
export function chunk(
  document: Document,
  tags: Tags,
): { nounPhrases: NounPhrase[]; verbGroups: VerbGroup[] } {
  const nounPhrases: NounPhrase[] = []
  const verbGroups: VerbGroup[] = []
  for (const { firstToken, lastToken } of document.sentences) {
    for (let index = firstToken; index < lastToken; ) {
      const found = nounPhraseAt(tags, document.tokens, index, lastToken)
      if (found) {
        nounPhrases.push(found)
        index = found.last
        continue
      }
      const verbs = verbGroupAt(tags, document.tokens, index, lastToken)
      if (verbs) verbGroups.push(verbs)
      index = verbs ? verbs.last : index + 1
    }
  }
  return { nounPhrases, verbGroups }
}
