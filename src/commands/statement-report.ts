import type { Quoted } from '../core/span.ts'
import { evidenceOf } from '../record/utterances/domain.ts'
import type { PrintedSpeaker, Utterance } from '../record/utterances/schema.ts'
import { type Paint, painter, type TextOptions, wrap } from './terminal-text.ts'

export interface FormatOptions extends TextOptions {
  /** Adds the rules that applied and the spans of their evidence. */
  readonly explain: boolean
}

const INDENT = '    '

/** Formats statements for a terminal: the speaker, the role, the words and the date. */
export function formatStatements(utterances: readonly Utterance[], options: FormatOptions): string {
  if (utterances.length === 0) return 'No statements found.\n'
  const paint = painter(options.color)
  const blocks = utterances.map((utterance, index) => block(utterance, index + 1, options, paint))
  return `${blocks.join('\n\n')}\n`
}

function block(utterance: Utterance, number: number, options: FormatOptions, paint: Paint): string {
  const { speaker } = utterance
  const heading = [
    `${String(number).padStart(3)} `,
    paint('bold', speakerName(speaker)),
    capacity(speaker),
  ].join('')
  const kind = utterance.polarity === 'affirmed' ? utterance.type : `${utterance.type}, ${utterance.polarity}`
  const facts = [dateOf(utterance), kind, `speaker ${howKnown(speaker)}`]
  const words = utterance.verbatim ? `“${utterance.text}”` : utterance.text
  return [
    heading,
    ...wrap(words, options.width - INDENT.length).map((line) => `${INDENT}${paint('cyan', line)}`),
    `${INDENT}${paint('dim', facts.join(' · '))}`,
    ...(options.explain ? explained(utterance).map((line) => `${INDENT}${paint('dim', line)}`) : []),
  ].join('\n')
}

function speakerName(speaker: PrintedSpeaker): string {
  if (speaker.name) return speaker.name
  if (speaker.attribution === 'ambiguous' && speaker.candidates.length > 0)
    return speaker.candidates.join(' or ')
  if (speaker.kind === 'organization' && speaker.organization) return speaker.organization
  return speaker.mention ? oneLine(speaker.mention.exact) : 'Speaker unknown'
}

function capacity({ name, role, former, organization }: PrintedSpeaker): string {
  if (!name) return ''
  const title = role && `${former ? 'former ' : ''}${oneLine(role)}`
  return [title, organization]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('')
}

const howKnown = ({ attribution }: PrintedSpeaker): string =>
  attribution === 'none' ? 'not given' : attribution === 'pronoun' ? 'by pronoun' : attribution

function dateOf({ said }: Utterance): string {
  if (said.earliest === null && said.latest === null) {
    return said.expression ? `said “${oneLine(said.expression.exact)}” (day unknown)` : 'no date given'
  }
  return said.basis === 'publication' ? `said on or before ${said.latest} (publication)` : `said ${said.edtf}`
}

function explained(utterance: Utterance): string[] {
  const { segments, speaker, said, rule, confidence, speaker_confidence } = utterance
  const sure = speaker_confidence === null ? '' : `, speaker_confidence ${speaker_confidence.toFixed(2)}`
  return [
    ...segments.map((segment) => field('words', showPiece(segment))),
    ...evidenceOf(utterance).map(([kind, piece]) => field(kind, showPiece(piece))),
    field('rule', `${rule}, ${speaker.rule}, date ${said.basis}, confidence ${confidence.toFixed(2)}${sure}`),
  ]
}

const field = (label: string, value: string): string => `${label.padEnd(11)}${value}`

const showPiece = ({ start, end, exact }: Quoted): string => `${start}–${end}  ${shorten(oneLine(exact))}`

const LONGEST_PIECE = 60

const shorten = (text: string): string => {
  const characters = [...text.slice(0, 2 * LONGEST_PIECE)]
  return characters.length > LONGEST_PIECE ? `${characters.slice(0, LONGEST_PIECE - 1).join('')}…` : text
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
