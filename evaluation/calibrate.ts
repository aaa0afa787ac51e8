import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readSlice } from '../src/engine/extract.ts'
import { confidenceOf, signsOf } from '../src/engine/findings/confidence.ts'
import type { Speaker } from '../src/engine/index.ts'
import type { Finding } from '../src/engine/types/finding.ts'
import { calibrate, type Rates, type Sample, tableOf } from './calibration.ts'
import { goldDocuments, publishedOn } from './gold.ts'
import { areWhole } from './quote-pairs.ts'
import type { GoldDocument } from './types.ts'

const USAGE = `usage: npm run calibrate -- GOLD.jsonl [--write]

  Runs the engine on every document of GOLD.jsonl and compares its confidence with the share of right statements.
  --write  instead, fit the rates of rules to GOLD.jsonl and write them to src/engine/findings/rates.ts
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

const ratesFile = ({ rates, odds }: Rates, findings: number): string => `/**
 * The rate of right findings by rule, and the factor of each sign on the odds. Fitted to ${findings} findings in annotated
 * news articles of 2015 to 2025 by \`npm run calibrate -- GOLD.jsonl --write\`. Run it again after a change of rules.
 * Rules with fewer than ten findings and signs with fewer than thirty are not listed.
 */

/** The share of right findings without any sign, by rule, or by type for rare rules. */
export const RATES: Readonly<Record<string, number>> = ${toObjectLiteral(rates)}

/** The factor on the odds. Above 1, findings with the sign are right more often than others of the same rule. */
export const ODDS: Readonly<Record<string, number>> = ${toObjectLiteral(odds)}
`

const toObjectLiteral = (table: Readonly<Record<string, number>>): string =>
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
if (values.write) writeFileSync(RATES_FILE, ratesFile(calibrate(judged), judged.length))
else process.stdout.write(`${tableOf(judged)}\n`)
