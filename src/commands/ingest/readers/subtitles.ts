import { decodeText } from '../../../features/articles/ingestion/domain.ts'
import { readSubmission } from '../../../features/articles/ingestion/parameters.ts'
import type { TextPlace } from '../../../record/articles/schema.ts'
import { cannotRead, type Reader, without } from './reader.ts'

/** Words that are shown together, by one speaker. */
interface Cue {
  /** In milliseconds from the start. */
  readonly from: number
  readonly to: number
  /** As printed in the cue; null if it names no one. */
  readonly speaker: string | null
  readonly words: string
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`)
/** A name before a colon at the start of a line, after the dash or the arrows of a change of speakers. */
const LABEL = /^(?:-\s*|>>+\s*)?((?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){1,5}):\s+(?=\S)/u
const VOICE = /<v(?:\.[\w.-]+)?\s+([^>]{1,80})>/
const CHANGE = /^(?:-|>>+)\s*/
const LONGEST_PAUSE_MS = 8000
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

/** Subtitles (SubRip or WebVTT): one paragraph for each turn of a speaker. */
export const subtitleReader: Reader = {
  endings: ['.srt', '.vtt'],
  readFile(bytes) {
    const cues = cuesOf(decodeText(bytes, null).replaceAll('\0', ''))
    if (cues.length === 0)
      throw cannotRead(
        'The file has no subtitles.',
        'Each needs a line with its times, such as 00:01:02,000 --> 00:01:04,000.',
      )
    const { text, places } = transcriptOf(cues)
    return without({ ...readSubmission({ text }), places })
  },
}

function cuesOf(source: string): Cue[] {
  const blocks = source.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)
  let shown: readonly string[] = []
  return blocks.flatMap((block): Cue[] => {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => TIMING.test(line))
    if (at < 0) return []
    const [from, to] = timesOf(lines[at]!)
    const printed = lines.slice(at + 1).filter((line) => line.trim() !== '')
    // Rolling subtitles show the last line again above the next one.
    const fresh = printed.filter((line) => !shown.includes(plain(line)))
    shown = printed.map(plain)
    return partsOf(fresh).map((part) => ({ ...part, from, to }))
  })
}

/** Returns milliseconds as hours, minutes and seconds: 01:02:03.500. */
const clockOf = (time: number): string => {
  const seconds = ((time / 1000) % 60).toFixed(3).padStart(6, '0')
  return [time / 3_600_000, (time / 60_000) % 60, seconds]
    .map((part) => (typeof part === 'string' ? part : String(Math.floor(part)).padStart(2, '0')))
    .join(':')
}

function timesOf(line: string): [number, number] {
  const [, ...numbers] = TIMING.exec(line)!
  const time = ([hours, minutes, seconds, fraction]: (string | undefined)[]): number =>
    ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(fraction!.padEnd(3, '0'))
  return [time(numbers.slice(0, 4)), time(numbers.slice(4))]
}

/** Divides the lines of a cue where another speaker begins. */
function partsOf(lines: readonly string[]): Pick<Cue, 'speaker' | 'words'>[] {
  const parts: { speaker: string | null; words: string }[] = []
  for (const line of lines.flatMap((one) => one.split(/(?=<v[.\s])/))) {
    const words = plain(line)
    const voice = VOICE.exec(line)?.[1]?.trim()
    const label = voice === undefined ? LABEL.exec(words) : null
    const speaker = voice ?? label?.[1]?.trim() ?? null
    const said = (label ? words.slice(label[0].length) : words).replace(CHANGE, '').trim()
    const last = parts.at(-1)
    if (last && speaker === null && !CHANGE.test(words)) last.words = `${last.words} ${said}`.trim()
    else parts.push({ speaker: speaker ?? (CHANGE.test(words) ? '' : null), words: said })
  }
  return parts.filter(({ words }) => words !== '')
}

const plain = (line: string): string =>
  line
    .replace(/<[^>]{0,100}>|\{\\[^}]{0,50}\}/g, '')
    .replace(/&(\w{2,5});/g, (whole, name) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Joins cues to turns: `Ann Lee: …`. A long pause and a change of speakers begin a paragraph.
 * @returns the text, and the time of each cue.
 */
function transcriptOf(cues: readonly Cue[]): {
  readonly text: string
  readonly places: readonly TextPlace[]
} {
  const places: TextPlace[] = []
  let text = ''
  let speaker: string | null = null
  let ended = 0
  for (const cue of cues) {
    const isNewSpeaker = cue.speaker !== null && cue.speaker !== speaker
    const isNewTurn = text === '' || isNewSpeaker || cue.from - ended > LONGEST_PAUSE_MS
    if (isNewSpeaker) speaker = cue.speaker
    if (isNewTurn) text += `${text === '' ? '' : '\n\n'}${speaker ? `${speaker}: ` : ''}${cue.words}`
    else text += ` ${cue.words}`
    places.push({ start: text.length - cue.words.length, time: clockOf(cue.from) })
    ended = cue.to
  }
  return { text, places }
}
