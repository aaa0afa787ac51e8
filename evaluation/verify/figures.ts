import type { AccuracyMeasurement } from '../../src/features/accuracy/schema.ts'
import { type DateTally, measureDates } from './dates.ts'
import {
  type Failure,
  measureKinds,
  measureSpeakers,
  type SpeakerTally,
  type Tally,
  Verifier,
} from './measure.ts'
import { Random } from './random.ts'
import { measureSightings, type SightingsTally } from './sightings.ts'
import { NAMING_FORMS } from './text/speakers.ts'
import { makeRecord } from './text/statements.ts'

/** The amounts of generated and tried material. */
export interface Size {
  readonly seed: number
  readonly statements: number
  /** The quotations of each kind of change; five times as many are left untouched. */
  readonly quotations: number
  readonly utterances: number
  readonly reports: number
}

export interface Measured {
  readonly size: Size
  readonly kinds: readonly Tally[]
  readonly speakers: readonly SpeakerTally[]
  readonly dates: readonly DateTally[]
  readonly sightings: SightingsTally
  readonly failures: readonly Failure[]
}

/** Makes a record, and measures the verifier on it. The same for the same size. */
export function measure(size: Size, onProgress: (step: string) => void): Measured {
  const random = new Random(size.seed)
  onProgress('making statements')
  const record = makeRecord(size.statements, random)
  onProgress('indexing them')
  const verifier = new Verifier(record)
  const kinds = measureKinds(record, verifier, size.quotations, random, onProgress)
  onProgress('speakers')
  const speakers = measureSpeakers(record, verifier, size.quotations, random)
  onProgress('dates')
  const dates = measureDates(record, verifier, size.quotations, new Random(size.seed))
  onProgress('sightings')
  const sightings = measureSightings(size.utterances, size.reports, new Random(size.seed))
  return {
    size,
    kinds: kinds.tallies,
    speakers: speakers.tallies,
    dates: dates.tallies,
    sightings: sightings.tally,
    failures: [...kinds.failures, ...speakers.failures, ...dates.failures, ...sightings.failures],
  }
}

type Figure = AccuracyMeasurement['figures'][number]

const share = (name: string, part: number, whole: number, aim: string | null): Figure => ({
  name,
  value: whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1_000,
  unit: 'percent',
  of: whole,
  aim,
})

const sum = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((total, item) => total + count(item), 0)

/** Returns the figures that are published, each with its aim. */
export function figuresOf({ kinds, speakers, dates, sightings }: Measured): Figure[] {
  const altered = kinds.filter(({ group }) => group === 'altered')
  const untouched = kinds.filter(({ group }) => group === 'untouched')
  const byName = speakers.filter(({ form }) => NAMING_FORMS.includes(form))
  const invented = kinds.filter(({ kind }) => kind === 'invented')
  const [rightDates, shiftedDates] = dates as readonly [DateTally, DateTally]
  const { truePairs, foundPairs, rightPairs } = sightings
  const count = (name: string, value: number, of: number, aim: string | null): Figure => ({
    ...{ name, value, unit: 'count', of, aim },
  })
  return [
    count(
      'altered quotations called verbatim or partial',
      sum(altered, ({ passed }) => passed),
      sum(altered, ({ tried }) => tried),
      '= 0',
    ),
    share(
      'untouched quotations called verbatim',
      sum(untouched, ({ right }) => right),
      sum(untouched, ({ tried }) => tried),
      '>= 99.9',
    ),
    share(
      'changed quotations matched to the right statement',
      sum(kinds, ({ matched, group }) => (group === 'untouched' ? 0 : matched)),
      sum(kinds, ({ matchable, group }) => (group === 'untouched' ? 0 : matchable)),
      '>= 99.5',
    ),
    share(
      'changes named rightly',
      sum(kinds, ({ named }) => named),
      sum(kinds, ({ nameable }) => nameable),
      null,
    ),
    share(
      'dropped negations shown',
      sum(kinds, ({ flagged }) => flagged),
      sum(kinds, ({ flaggable }) => flaggable),
      '>= 99.5',
    ),
    share(
      'invented quotations not found',
      sum(invented, ({ right }) => right),
      sum(invented, ({ tried }) => tried),
      null,
    ),
    share(
      'wrong speakers caught',
      sum(byName, ({ wrongCaught }) => wrongCaught),
      sum(byName, ({ wrongTried }) => wrongTried),
      '>= 99.5',
    ),
    share(
      'right speakers doubted',
      sum(speakers, ({ rightDoubted }) => rightDoubted),
      sum(speakers, ({ rightTried }) => rightTried),
      '<= 0.2',
    ),
    share('shifted dates caught', shiftedDates.differs, shiftedDates.tried, '>= 99.5'),
    share('right dates doubted', rightDates.differs, rightDates.tried, '<= 0.2'),
    share('pairs of sightings that are right', rightPairs, foundPairs, '>= 99.5'),
    share('pairs of sightings that are found', rightPairs, truePairs, '>= 97'),
  ]
}

/** Returns the measurement as it is published. */
export function measurementOf(measured: Measured, measuredOn: string, version: string): AccuracyMeasurement {
  const { statements, seed, utterances, reports, quotations } = measured.size
  return {
    measured: measuredOn,
    version,
    on: `${statements} made statements in twelve languages, of which quotations were made and changed; ${reports} made reports of ${utterances} utterances`,
    reproduce: `npm run evaluate:verify -- --seed ${seed} --statements ${statements} --quotations ${quotations}`,
    document: 'docs/verifying.md',
    figures: figuresOf(measured),
    kinds: [
      ...measured.kinds.map(
        ({ kind, tried, verdicts, right, matched, matchable, named, nameable, flagged, flaggable }) => ({
          ...{ kind, tried, verdicts, right },
          matched: matchable > 0 ? matched : null,
          named: nameable > 0 ? named : null,
          flagged: flaggable > 0 ? flagged : null,
        }),
      ),
      ...measured.dates.map(({ kind, tried, verdicts, matched, differs }) => ({
        ...{ kind, tried, verdicts, matched },
        right: verdicts['verbatim'] ?? 0,
        named: kind.startsWith('shifted') ? differs : null,
        flagged: null,
      })),
    ],
  }
}

/** Returns true if a figure keeps its aim. */
export function keepsAim({ value, aim }: Figure): boolean {
  const [relation, bound] = aim?.split(' ') ?? []
  if (relation === '>=') return value >= Number(bound)
  if (relation === '<=') return value <= Number(bound)
  return relation === undefined || value === Number(bound)
}
