/** One finding: what bears on whether it is right, and whether it is. */
export interface Sample {
  readonly type: string
  readonly rule: string
  readonly signs: readonly string[]
  readonly whole: boolean
}

export interface Rates {
  /** How often a rule is right where no sign speaks for or against it; for rare rules, their type. */
  readonly rates: Readonly<Record<string, number>>
  /** By how much a sign multiplies the odds. */
  readonly odds: Readonly<Record<string, number>>
}

/** A rule or a sign met less often is not counted. */
const FEWEST = { rule: 10, sign: 30 } as const
/** How many findings' worth of doubt there is that a rule differs from its type, and that a sign says anything. */
const DOUBT = { rule: 2, sign: 4 } as const
const ROUNDS = 40

/**
 * Rates of rules and odds of signs that together explain best which findings are whole: logistic regression, fitted
 * weight by weight, each held towards its type's rate or towards saying nothing as far as few findings speak for it.
 */
export function calibrate(samples: readonly Sample[]): Rates {
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
      const doubt = prior === undefined ? DOUBT.sign : DOUBT.rule
      const weight = weights.get(name) ?? 0
      let slope = -doubt * (weight - (prior ?? 0))
      let bend = doubt
      for (const index of members) {
        const chance = 1 / (1 + Math.exp(-(sums[index] as number)))
        slope += Number(samples[index]?.whole) - chance
        bend += chance * (1 - chance)
      }
      change(name, slope / bend)
    }
  }
  function change(name: string, by: number) {
    weights.set(name, (weights.get(name) ?? 0) + by)
    for (const index of byName.get(name) ?? []) sums[index] = (sums[index] as number) + by
  }
  const named = [...weights].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    rates: Object.fromEntries(
      named.filter(([name]) => priors.has(name)).map(([name, weight]) => [name, rounded(chanceOf(weight))]),
    ),
    odds: Object.fromEntries(
      named.filter(([name]) => !priors.has(name)).map(([name, weight]) => [name, rounded(Math.exp(weight))]),
    ),
  }
}

const logOdds = (share: number): number => Math.log(share / (1 - share))
const chanceOf = (weight: number): number => 1 / (1 + Math.exp(-weight))
const rounded = (value: number): number => Math.round(value * 100) / 100

/** The share of whole ones, never quite none or all. */
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

/** Findings by confidence: how many, their mean confidence, and what share of them is whole. */
export function tableOf(judged: readonly { readonly confidence: number; readonly whole: boolean }[]): string {
  const rows = BUCKETS.slice(0, -1).map((from, position) => {
    const below = BUCKETS[position + 1] as number
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < below)
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
    const share = inside.filter(({ whole }) => whole).length / inside.length
    const name = below > 1 ? `${from} and above` : from === 0 ? `below ${below}` : `${from} to ${below}`
    return `| ${name} | ${inside.length} | ${mean.toFixed(2)} | ${share.toFixed(2)} |`
  })
  return ['| confidence | statements | mean confidence | whole |', '|---|---|---|---|', ...rows].join('\n')
}
