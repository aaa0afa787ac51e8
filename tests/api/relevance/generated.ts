import type { WrittenArticle } from './articles.ts'

/** A generated article, and the parts of its statement. */
export interface GeneratedArticle {
  readonly article: WrittenArticle
  readonly said: string
  readonly surname: string
  readonly name: string
  readonly topic: string
  /** The month of publication, such as "May 2025". */
  readonly month: string
}

/** Creates a deterministic random number generator (mulberry32) for [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const listOf = (text: string): string[] => text.split('|')

const GIVEN = listOf(
  'Anna|Boris|Clara|David|Elena|Felix|Greta|Hassan|Irene|Jakob|Karin|Leon|Maria|Nils|Olga|Pavel|Rita|Simon|Tamar|Victor',
)
const SURNAMES = listOf(
  'Adler|Bergman|Castellano|Dvorak|Eriksen|Fontaine|Gallagher|Horvat|Ivanov|Jensen|Kowalski|Larsson|Mendoza|Novak|Olsen|Pereira|Rossi|Silva|Tanner|Weber|Yilmaz|Zeman|Moreau|Haddad|Okoye|Nakamura|Fischer|Doyle|Barros|Lindgren',
)
const ROLES = listOf(
  'transport minister|defence analyst|hospital director|water commissioner|union leader|mayor|energy minister|school inspector|budget officer|harbour pilot|police spokesman|housing secretary',
)
const TOPICS = listOf(
  'missile defence|night trains|school meals|hospital beds|river floods|fishing quotas|housing rents|wind farms|bread prices|border crossings|postal votes|prison reform|bus fares|forest fires|drinking water|airport noise',
)
const CLAIMS = listOf(
  'will take longer than the government promised|cost twice as much as they did ten years ago|are a matter for the next parliament|should never have been left to the provinces|deserve better than another committee|have improved since the spring|remain the first duty of this city|were ignored in the last budget|cannot be settled by a court|will decide the election',
)
const PUBLISHERS = listOf(
  'The Morning Ledger|City Post|Northern Courier|Coastal Times|Valley Herald|Daily Beacon',
)
const MONTHS = listOf('January|February|March|April|May|June|July|August|September|October|November|December')

const COUNT = 260

/** Generates articles with recurring words and names, so that many statements nearly match a question. */
export function generateArticles(): GeneratedArticle[] {
  const random = randomFrom(3)
  const oneOf = (values: readonly string[]): string => values[Math.floor(random() * values.length)]!
  return Array.from({ length: COUNT }, () => {
    const surname = oneOf(SURNAMES)
    const name = `${GIVEN[SURNAMES.indexOf(surname) % GIVEN.length]!} ${surname}`
    const [role, topic, claim] = [oneOf(ROLES), oneOf(TOPICS), oneOf(CLAIMS)]
    const [year, month, day] = [
      2024 + Math.floor(random() * 2),
      Math.floor(random() * 12),
      10 + Math.floor(random() * 18),
    ]
    const said = `${topic[0]!.toUpperCase()}${topic.slice(1)} ${claim}`
    const published = `${year}-${String(month + 1).padStart(2, '0')}-${day}`
    return {
      article: [
        oneOf(PUBLISHERS),
        published,
        `“${said},” ${role} ${name} said on ${MONTHS[month]} ${day - 1}.`,
      ],
      ...{ said, surname, name, topic, month: `${MONTHS[month]} ${year}` },
    }
  })
}
