import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readSlice } from '../src/engine/extract.ts'
import { confidenceOf, signsOf } from '../src/engine/findings/confidence.ts'
import type { Speaker } from '../src/engine/index.ts'
import { speakerConfidenceOf, speakerSignsOf } from '../src/engine/speakers/confidence/speaker-confidence.ts'
import type { Finding } from '../src/engine/types/finding.ts'
import { calibrate, type Rates, type Sample, tableOf } from './calibration.ts'
import { goldDocuments, publishedOn } from './gold.ts'
import { areNamedRight, areWhole } from './quote-pairs.ts'
import { readArticles, readSpeakers } from './reader.ts'
import type { GoldDocument } from './types.ts'

const USAGE = `usage: npm run calibrate -- [GOLD.jsonl ...] [--write]

  Runs the engine on every document of GOLD.jsonl and of the tuned part of evaluation/news, and compares its two
  confidences with the shares of right statements and of right names. Names are also those of evaluation/speakers.
  --write  instead, fit the rates of rules to these documents and write them to src/engine
`
const RATES_FILE = new URL('../src/engine/findings/rates.ts', import.meta.url)
const SPEAKER_RATES_FILE = new URL('../src/engine/speakers/confidence/speaker-rates.ts', import.meta.url)

interface Judged extends Sample {
  readonly confidence: number
}

/** The statements of a document, judged by their words, and those with a known speaker, judged by the name. */
interface JudgedDocument {
  readonly statements: readonly Judged[]
  readonly names: readonly Judged[]
}

function judge(document: GoldDocument): JudgedDocument {
  const { findings, speakers } = readSlice(document.text, {
    published: publishedOn(document),
    knownPeople: [],
  })
  const quotes = findings.map((finding, index) => predicted(finding, speakers[index] as Speaker))
  const whole = areWhole(document, quotes)
  const named = areNamedRight(document, quotes)
  return {
    statements: findings.flatMap((finding, index) => {
      const isWhole = whole[index]
      const speaker = speakers[index] as Speaker
      if (typeof isWhole !== 'boolean') return []
      const { type, rule } = finding
      const signs = signsOf(finding, speaker)
      return { type, rule, signs, whole: isWhole, confidence: confidenceOf(finding, speaker) }
    }),
    names: findings.flatMap((_finding, index) => {
      const isRight = named[index]
      const speaker = speakers[index] as Speaker
      const confidence = speakerConfidenceOf(speaker)
      if (typeof isRight !== 'boolean' || confidence === null) return []
      const { attribution: type, rule } = speaker
      return { type, rule, signs: speakerSignsOf(speaker), whole: isRight, confidence }
    }),
  }
}

const predicted = (
  { content, speaker, cue, type }: Finding,
  { name, organization, attribution }: Speaker,
) => ({
  content: content.map(({ start, end }) => [start, end] as const),
  speaker: speaker && [[speaker.start, speaker.end] as const],
  cue: cue && [[cue.start, cue.end] as const],
  type,
  name: attribution === 'organization' ? organization : name,
  said: { earliest: null, latest: null },
})

const ratesFile = ({ rates, odds }: Rates, findings: number): string => `/**
 * The rate of right findings by rule, and the factor of each sign on the odds. Fitted to ${findings} findings in annotated
 * news articles by \`npm run calibrate -- GOLD.jsonl --write\`. Run it again after a change of rules. Rules with fewer
 * than ten findings and signs with fewer than thirty are not listed.
 */

/** The share of right findings without any sign, by rule, or by type for rare rules. */
export const RATES: Readonly<Record<string, number>> = ${toObjectLiteral(rates)}

/** The factor on the odds. Above 1, findings with the sign are right more often than others of the same rule. */
export const ODDS: Readonly<Record<string, number>> = ${toObjectLiteral(odds)}
`

const speakerRatesFile = ({ rates, odds }: Rates, names: number): string => `/**
 * The rate of right names by the rule that decided the speaker, and the factor of each sign on the odds. Fitted to
 * ${names} names in annotated news articles by \`npm run calibrate -- GOLD.jsonl --write\`. Rules with fewer than ten names
 * and signs with fewer than thirty are not listed.
 */

/** The share of right names without any sign, by rule, or by attribution for rare rules. */
export const SPEAKER_RATES: Readonly<Record<string, number>> = ${toObjectLiteral(rates)}

/** The factor on the odds. Above 1, names with the sign are right more often than others of the same rule. */
export const SPEAKER_ODDS: Readonly<Record<string, number>> = ${toObjectLiteral(odds)}
`

const toObjectLiteral = (table: Readonly<Record<string, number>>): string =>
  `{\n${Object.entries(table)
    .map(([name, value]) => `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${value},\n`)
    .join('')}}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
/** Names are few, so each rule keeps its own rate. */
const PULL_OF_NAMES = 0.5

/** The wrong names added to each rule. Rules were written on these articles, so names are right more often than elsewhere. */
const DOUBTS = 2

/**
 * The share of wrong names added to rules for speakers whom the words beside the cue do not name ("he", "the minister").
 * On articles that no one tuned the engine on, 3 of 60 pronouns had a wrong name, and none of 168 on the tuned ones. The
 * upper bound of the 95 % interval of 3 in 60 is 0.14.
 */
const DOUBT_WITHOUT_NAME = 0.14

/** Rules for speakers whose names are printed beside the cue. */
const PRINTED = /^speaker\/(?:name|organization)\b/

/** Adds wrong names to each rule, because a rule that was never wrong among few names will be. */
function withDoubt(found: readonly Judged[]): Sample[] {
  const types = new Map(found.map(({ rule, type }) => [rule, type]))
  const wrong = [...types].flatMap(([rule, type]): Sample[] => {
    const names = found.filter((one) => one.rule === rule).length
    const doubts = DOUBTS + (PRINTED.test(rule) ? 0 : Math.round(DOUBT_WITHOUT_NAME * names))
    return Array.from({ length: doubts }, () => ({ rule, type, signs: [], whole: false }))
  })
  return [...found, ...wrong]
}

if (values.help) {
  process.stdout.write(USAGE)
  process.exit(0)
}

const judged = [...positionals.flatMap((file) => [...goldDocuments(file)]), ...readArticles('tuned')].map(
  judge,
)
const statements = judged.flatMap((document) => document.statements)
const names = [...judged, ...readSpeakers().map(judge)].flatMap((document) => document.names)
if (values.write) {
  writeFileSync(RATES_FILE, ratesFile(calibrate(statements), statements.length))
  writeFileSync(
    SPEAKER_RATES_FILE,
    speakerRatesFile(calibrate(withDoubt(names), PULL_OF_NAMES), names.length),
  )
} else {
  process.stdout.write(`${tableOf(statements)}\n\n${tableOf(names, 'speaker_confidence', 'right names')}\n`)
}
