/** Organizations that a text introduces with a noun: "the airline Coastair", "Jhatpat, a startup". */

import { WordClass } from '../../lexicon/grammar/word-class.ts'
import { COMPANY_WORDS, INTRODUCING_WORDS } from '../../lexicon/names/corporate-words.ts'
import { Listed } from '../../lexicon/names/name-lists.ts'
import { foldedAt, isCapitalized, listsAt, lowerAt, textOf, type Words } from '../../reader/words.ts'
import type { NameRun } from '../names/read-run.ts'
import { organizationBeside } from '../roles/organization-beside.ts'
import { isCompanyBySigns } from './company-signs.ts'
import { isNewspaper } from './organization-nouns.ts'

/** The names that a text introduces with a noun. */
export interface IntroducedNames {
  /** Maps a noun to the only name that it introduces ("airline" to "Coastair"), and to null if it introduces several. */
  readonly introduced: ReadonlyMap<string, string | null>
  /** The names of companies. */
  readonly companies: ReadonlySet<string>
  /** The places at which a noun introduces a company, in text order. */
  readonly companyMentions: readonly NameRun[]
}

/** Returns the names of organizations that the text introduces with a noun. */
export function introducedNames(words: Words, runs: readonly NameRun[]): IntroducedNames {
  const introduced = new Map<string, string | null>()
  const companies = new Set<string>()
  const companyMentions: NameRun[] = []
  for (const run of runs) {
    const { kind, name, last } = run
    if (kind !== 'organization' && kind !== 'unknown') continue
    if (listsAt(words, name) & NO_COMPANY) continue
    const nouns = nounsOf(words, name, last)
    const isCorporate = last - name > 1 && (listsAt(words, last - 1) & Listed.corporate) !== 0
    const isCompany = isCorporate || trades(words, last) || isCompanyBySigns(words, name, last)
    if (nouns.length === 0 && !isCompany) continue
    const text = textOf(words, name, last)
    for (const noun of nouns) learn(introduced, noun, text)
    if (!isCompany && !nouns.some((noun) => COMPANY_WORDS.has(noun))) continue
    companies.add(text)
    companyMentions.push(run)
  }
  return { introduced, companies, companyMentions }
}

const NO_COMPANY = Listed.calendar | Listed.demonym

/** Returns true for a name before ", which runs the line" or ", which employs 400 people". */
const trades = (words: Words, last: number): boolean =>
  lowerAt(words, last) === ',' &&
  lowerAt(words, last + 1) === 'which' &&
  /^(?:runs?|operates?|makes?|employs?|owns?|sells?|produces?|builds?|supplies|provides?|manufactures?)$/.test(
    lowerAt(words, last + 2),
  )

/** Returns the nouns that introduce a name, or that its own words tell: "newspaper" of "Tarn Herald". */
function nounsOf(words: Words, name: number, last: number): string[] {
  const after = isClauseAfter(words, last)
    ? undefined
    : (organizationBeside(words, last) ?? tradeBeside(words, last))
  const before = nounBefore(words, name) ?? nounBeforeComma(words, name, last)
  const beside = [after, before].filter((noun) => noun !== undefined)
  if (last - name > 1 && isNewspaper(words, last - 1)) return [...beside, 'newspaper', 'paper', 'daily']
  return beside
}

/** Returns true for ", the company announced" after a name. */
const isClauseAfter = (words: Words, last: number): boolean =>
  lowerAt(words, last + 1) === 'the' && ACTS.has(words.classes[last + 3])

const ACTS: ReadonlySet<number | undefined> = new Set([WordClass.verb, WordClass.auxiliary])

/** The longest appositive of a name, in tokens. */
const LONGEST_APPOSITIVE = 10

/** Returns "operator" of "Coastair, the ferry operator,": a noun for companies that can also be a person. */
function tradeBeside(words: Words, last: number): string | undefined {
  if (lowerAt(words, last) !== ',' || !/^(?:an?|the)$/.test(lowerAt(words, last + 1))) return undefined
  for (let at = last + 2; at < last + LONGEST_APPOSITIVE; at++) {
    const isNoun = words.classes[at] === WordClass.noun
    if (isNoun && COMPANY_WORDS.has(lowerAt(words, at)) && words.classes[at + 1] !== WordClass.noun)
      return lowerAt(words, at)
    if (!isNoun && words.classes[at] !== WordClass.adjective) return undefined
  }
  return undefined
}

/** Returns "company" of "the company that owns the boats, Coastair,". */
function nounBeforeComma(words: Words, name: number, last: number): string | undefined {
  if (lowerAt(words, name - 1) !== ',' || !/^[,.;]$/.test(lowerAt(words, last))) return undefined
  for (let at = name - 2; at > name - LONGEST_APPOSITIVE; at--) {
    const { classes } = words
    if (classes[at] === WordClass.punctuation) return undefined
    const noun = lowerAt(words, at - 1)
    const isClause = /^(?:that|which|behind|of|in|at)$/.test(lowerAt(words, at))
    if (isClause && (COMPANY_WORDS.has(noun) || INTRODUCING_WORDS.has(noun))) return noun
  }
  return undefined
}

/** Returns the noun before a name: "producer" of "palm oil producer Sentosa". */
function nounBefore(words: Words, name: number): string | undefined {
  const noun = foldedAt(words, name - 1)
  const isIntroducing = COMPANY_WORDS.has(noun) || INTRODUCING_WORDS.has(noun)
  if (!isIntroducing || (isCapitalized(words, name - 1) && !isOpening(words, name - 1))) return undefined
  return noun
}

/** Returns true for the first word of a sentence. */
const isOpening = ({ tokens }: Words, index: number): boolean =>
  tokens[index]?.sentence !== tokens[index - 1]?.sentence

/** Records a name under a noun. Of two forms of a name, the longer counts. */
function learn(introduced: Map<string, string | null>, noun: string, name: string): void {
  const known = introduced.get(noun)
  if (known === undefined || (known !== null && name.startsWith(`${known} `))) introduced.set(noun, name)
  else if (known !== null && known !== name && !known.startsWith(`${name} `)) introduced.set(noun, null)
}
