/** The people, places and words of generated articles. */
const GIVEN = [
  'Ada',
  'Bo',
  'Carla',
  'Dmitri',
  'Elena',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Lena',
]
const FAMILY = ['Brandt', 'Lindqvist', 'Moreau', 'Okafor', 'Petrov', 'Quiroga', 'Rossi', 'Sandoval', 'Tanaka']
const ENDINGS = ['', 'sen', 'mann', 'berg', 'ova', 'etti', 'well', 'ford', 'hart', 'more', 'stein', 'wick']
const ROLES = ['Mayor', 'Deputy Minister', 'Professor', 'Commissioner', 'Senator', 'Governor']
const TOPICS = ['ferry', 'bridge', 'harbour', 'school', 'market', 'railway', 'library', 'canal', 'hospital']
const CHANGES = ['reopen', 'close early', 'cost more', 'be rebuilt', 'run all winter', 'move to the north']
const TIMES = ['on Tuesday', 'last week', 'on Friday', 'in January', 'yesterday']
const PLAIN = [
  'The plan has been discussed for years, and several studies were made of what it would take.',
  'Residents gathered in front of the town hall, where the council had met since the early morning.',
  'The budget for the coming year leaves little room, as a report of the treasury shows.',
  'Work is to begin when the weather allows it, and the first stage should take about a month.',
  'Two companies have sent offers, neither of which has been made public so far.',
]

/** Makes a generator of numbers from 0 to below 1: the same seed gives the same numbers. */
function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Returns the text of one article of about `length` UTF-16 code units: the same number gives the same text. */
export function articleText(number: number, length = 5000): string {
  const random = randomOf(number)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const person = () => ({
    role: pick(ROLES),
    name: `${pick(GIVEN)} ${pick(FAMILY)}${pick(ENDINGS)}`,
  })
  const people = [person(), person(), person()]
  const paragraphs = [`Report ${number} on the ${pick(TOPICS)}.`]
  for (let written = 0, turn = 0; written < length; turn++) {
    const { role, name } = pick(people)
    const topic = pick(TOPICS)
    const change = pick(CHANGES)
    const who = turn < 3 ? `${role} ${name}` : name.split(' ')[1]
    const said = [
      `“The ${topic} will ${change}, and nobody who uses it should be surprised,” ${who} said ${pick(TIMES)}.`,
      `${who} said ${pick(TIMES)} that the ${topic} would ${change} before the end of the season.`,
      `“We have looked at the ${topic} again,” said ${who}. “It has to ${change}, whatever that takes.”`,
      `According to ${who}, the ${topic} is not going to ${change}.`,
    ]
    const paragraph = `${pick(PLAIN)} ${turn % 3 === 2 ? pick(PLAIN) : pick(said)} ${pick(PLAIN)}`
    paragraphs.push(paragraph)
    written += paragraph.length + 2
  }
  return paragraphs.join('\n\n').slice(0, length)
}

/** Returns one line of a batch: an article with its own URL. */
export const articleLine = (number: number): string =>
  `${JSON.stringify({
    text: articleText(number),
    url: `https://gazette.example/articles/${number}`,
    title: `Report ${number}`,
    publisher: 'The Gazette',
    published: `2025-0${1 + (number % 9)}-1${number % 10}`,
  })}\n`
