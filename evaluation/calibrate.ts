import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readSlice } from '../src/engine/extract.ts'
import { confidenceOf, signsOf } from '../src/engine/findings/confidence.ts'
import type { Speaker } from '../src/engine/index.ts'
import type { Finding } from '../src/engine/types/finding.ts'
import { calibrate, type Rates, type Sample, tableOf } from './calibration.ts'
import { goldDocuments, publishedOn } from './gold.ts'
import { areWhole } from './quotes.ts'
import type { GoldDocument } from './types.ts'

const USAGE = `usage: npm run calibrate -- GOLD.jsonl [--write]

  Reads every document of GOLD.jsonl with the engine and prints how far its confidence can be believed.
  --write  count the rates of rules anew on GOLD.jsonl first, into src/engine/findings/rates.ts
`
const RATES_FILE = new URL('../src/engine/findings/rates.ts', import.meta.url)

interface Judged extends Sample {
  readonly confidence: number
}

function judge(document: GoldDocument): Judged[] {
  const { findings, speakers } = readSlice(document.text, {
    published: publishedOn(document),
    knownPeople: [],
  })
  const whole = areWhole(document, findings.map(predicted))
  return findings.flatMap((finding, index) => {
    const isWhole = whole[index]
    const speaker = speakers[index] as Speaker
    if (typeof isWhole !== 'boolean') return []
    const { type, rule } = finding
    const signs = signsOf(finding, speaker)
    return { type, rule, signs, whole: isWhole, confidence: confidenceOf(finding, speaker) }
  })
}

const predicted = ({ content, speaker, cue, type }: Finding) => ({
  content: content.map(({ start, end }) => [start, end] as const),
  speaker: speaker && [[speaker.start, speaker.end] as const],
  cue: cue && [[cue.start, cue.end] as const],
  type,
  name: null,
  said: { earliest: null, latest: null },
})

const printed = ({ rates, odds }: Rates, findings: number): string => `/**
 * How often each rule is right, and by how much each sign multiplies the odds of that. Counted on ${findings} findings
 * in annotated news articles of 2015 and 2016 by \`npm run calibrate -- GOLD.jsonl --write\`; count again when rules change.
 * Rules met fewer than ten times and signs met fewer than thirty times are not listed.
 */

/** Of findings without a sign, the share that is whole; by type for rules too rare to be counted. */
export const RATES: Readonly<Record<string, number>> = ${listed(rates)}

/** Above 1, findings with the sign are right more often than others of their rule. */
export const ODDS: Readonly<Record<string, number>> = ${listed(odds)}
`

const listed = (table: Readonly<Record<string, number>>): string =>
  `{\n${Object.entries(table)
    .map(([name, value]) => `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${value},\n`)
    .join('')}}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
})
const [file] = positionals
if (!file || positionals.length > 1) {
  process.stderr.write(USAGE)
  process.exit(2)
}

const judged = [...goldDocuments(file)].flatMap(judge)
if (values.write) writeFileSync(RATES_FILE, printed(calibrate(judged), judged.length))
else process.stdout.write(`${tableOf(judged)}\n`)
