/** One finding of the engine, judged against annotations. */
export interface Sample {
  readonly type: string
  readonly rule: string
  /** Properties that make the finding more or less likely to be right. */
  readonly signs: readonly string[]
  /** True if the finding is right. */
  readonly whole: boolean
}

export interface Rates {
  /** The share of right findings without any sign, by rule, or by type for rare rules. */
  readonly rates: Readonly<Record<string, number>>
  /** The factor by which each sign multiplies the odds. */
  readonly odds: Readonly<Record<string, number>>
}

/** Rules and signs with fewer findings get no weight. */
const FEWEST = { rule: 10, sign: 30 } as const
/** The strength of the regularization. A rule is pulled towards the rate of its type, and a sign towards no effect. */
const REGULARIZATION = { rule: 2, sign: 4 } as const
const ROUNDS = 40
/** No rule is always right. */
const HIGHEST_RATE = 0.99

/**
 * Fits the rates of rules and the odds of signs to judged findings: a logistic regression by coordinate descent with
 * Newton steps. L2 regularization of strength `pull` pulls each rule towards the rate of its type, and each sign towards
 * no effect.
 */
export function calibrate(samples: readonly Sample[], pull: number = REGULARIZATION.rule): Rates {
  const counts = countOf(samples.flatMap(({ rule, signs }) => [rule, ...signs]))
  const isCounted = (name: string, fewest: number) => (counts.get(name) ?? 0) >= fewest
  const baseOf = ({ rule, type }: Sample) => (isCounted(rule, FEWEST.rule) ? rule : type)
  const sums = samples.map(() => 0)
  const weights = new Map<string, number>()
  const byName = indexOf(samples, (sample) => [
    baseOf(sample),
    ...sample.signs.filter((sign) => isCounted(sign, FEWEST.sign)),
  ])
  for (const [name, members] of byName) {
    if (!samples.some((sample) => baseOf(sample) === name)) continue
    const { type } = samples[members[0] as number] as Sample
    change(name, logOdds(shareOf(samples.filter((sample) => sample.type === type))))
  }
  const priors: ReadonlyMap<string, number> = new Map(weights)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, members] of byName) {
      const prior = priors.get(name)
      const strength = prior === undefined ? REGULARIZATION.sign : pull
      const weight = weights.get(name) ?? 0
      let gradient = -strength * (weight - (prior ?? 0))
      let curvature = strength
      for (const index of members) {
        const probability = probabilityOf(sums[index] as number)
        gradient += Number(samples[index]?.whole) - probability
        curvature += probability * (1 - probability)
      }
      change(name, gradient / curvature)
    }
  }
  function change(name: string, by: number) {
    weights.set(name, (weights.get(name) ?? 0) + by)
    for (const index of byName.get(name) ?? []) sums[index] = (sums[index] as number) + by
  }
  const named = [...weights].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    rates: Object.fromEntries(
      named
        .filter(([name]) => priors.has(name))
        .map(([name, weight]) => [name, Math.min(HIGHEST_RATE, rounded(probabilityOf(weight)))]),
    ),
    odds: Object.fromEntries(
      named.filter(([name]) => !priors.has(name)).map(([name, weight]) => [name, rounded(Math.exp(weight))]),
    ),
  }
}

const logOdds = (share: number): number => Math.log(share / (1 - share))
const probabilityOf = (weight: number): number => 1 / (1 + Math.exp(-weight))
const rounded = (value: number): number => Math.round(value * 100) / 100

/** Returns the smoothed share of right findings, never 0 or 1. */
const shareOf = (samples: readonly Sample[]): number =>
  (samples.filter(({ whole }) => whole).length + 1) / (samples.length + 2)

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function indexOf(
  samples: readonly Sample[],
  namesOf: (sample: Sample) => readonly string[],
): Map<string, number[]> {
  const index = new Map<string, number[]>()
  samples.forEach((sample, position) => {
    for (const name of namesOf(sample)) {
      const known = index.get(name)
      if (known) known.push(position)
      else index.set(name, [position])
    }
  })
  return index
}

const BUCKETS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01] as const

/** Formats a table of findings by confidence: their number, mean confidence and share of right findings. */
export function tableOf(
  judged: readonly { readonly confidence: number; readonly whole: boolean }[],
  name = 'confidence',
  right = 'whole',
): string {
  const rows = BUCKETS.slice(0, -1).map((from, position) => {
    const below = BUCKETS[position + 1] as number
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < below)
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
    const share = inside.filter(({ whole }) => whole).length / inside.length
    const label = below > 1 ? `${from} and above` : from === 0 ? `below ${below}` : `${from} to ${below}`
    return `| ${label} | ${inside.length} | ${mean.toFixed(2)} | ${share.toFixed(3)} |`
  })
  return [`| ${name} | statements | mean | ${right} |`, '|---|---|---|---|', ...rows].join('\n')
}
