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
const words = (text: string): string[] => text.split(' ')
const THINGS = words(
  'ferry bridge harbour school market railway library canal hospital budget contract survey tunnel theatre reservoir airport museum stadium quarry vineyard dam shelter archive clinic pier depot college orchard prison cathedral refinery timetable subsidy tariff pension licence treaty census lottery inquiry petition festival wage harvest vaccine forest coast fishery mine grid',
)
const KINDS = words(
  'northern old second public narrow costly new private southern small historic unfinished central empty foreign rural damaged crowded modern wooden popular eastern joint hidden flooded temporary national leaking abandoned western promised early',
)
const ACTS = words(
  'reopen replace close finance move rebuild protect inspect extend sell narrow shelter reform double abandon finish widen delay restore share question limit measure light clean connect split lease test defend',
)
const TURNS = [
  'before',
  'without',
  'instead of',
  'because of',
  'in front of',
  'at the expense of',
  'as well as',
  'despite',
  'with the help of',
  'after the opening of',
]
const TIMES = ['on Tuesday', 'last week', 'on Friday', 'in January', 'yesterday']
const PLAIN = [
  'The plan has been discussed for years, and several studies were made of what it would take.',
  'Residents gathered in front of the town hall, where the council had met since the early morning.',
  'The budget for the coming year leaves little room, as a report of the treasury shows.',
  'Work is to begin when the weather allows it, and the first stage should take about a month.',
  'Two companies have sent offers, neither of which has been made public so far.',
]
/** The syllables of made-up words. */
const SYLLABLES = words(
  'ba cor da fen gi hol ka lum mi nor pa qui ro sel ta ul va wen xo zan bri cha dro fle gru ple sho tri vin yor',
)
/** The number of articles in which the words of one statement appear, as those of a news agency do. */
const COPIES = 10

/** Makes a generator of numbers from 0 to below 1: the same seed gives the same numbers. */
function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Returns the text of one article of about `length` UTF-16 code units: the same number gives the same text. The words of
 * most of its statements are its own, and one statement is the same in several articles.
 */
export function articleText(number: number, length = 5000): string {
  const random = randomOf(number)
  const people = [personOf(random), personOf(random), personOf(random)]
  const paragraphs = [`Report ${number} on the ${pick(THINGS, random)}.`, copiedParagraph(number)]
  let written = paragraphs.join('').length
  for (let turn = 0; written < length; turn++) {
    const { role, name } = pick(people, random)
    const who = turn < 3 ? `${role} ${name}` : name.split(' ')[1]!
    const own = turn % 3 === 2 ? pick(PLAIN, random) : saidBy(who, random)
    const paragraph = `${pick(PLAIN, random)} ${own} ${pick(PLAIN, random)}`
    paragraphs.push(paragraph)
    written += paragraph.length + 2
  }
  return paragraphs.join('\n\n').slice(0, length)
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

const personOf = (random: () => number) => ({
  role: pick(ROLES, random),
  name: `${pick(GIVEN, random)} ${pick(FAMILY, random)}${pick(ENDINGS, random)}`,
})

function copiedParagraph(number: number): string {
  const random = randomOf(1_000_003 + Math.floor(number / COPIES))
  const { role, name } = personOf(random)
  return `${pick(PLAIN, random)} ${saidBy(`${role} ${name}`, random)}`
}

/** Returns one of 27,000 made-up words, a few of them common and most of them rare, as in any language. */
function rareWord(random: () => number): string {
  const number = Math.floor(SYLLABLES.length ** 3 * random() ** 4)
  return [number, number / SYLLABLES.length, number / SYLLABLES.length ** 2]
    .map((part) => SYLLABLES[Math.floor(part) % SYLLABLES.length])
    .join('')
}

/** Returns a sentence or two with a statement. */
function saidBy(who: string, random: () => number): string {
  const thing = (): string => `${pick(KINDS, random)} ${rareWord(random)} ${pick(THINGS, random)}`
  const [one, other, third] = [thing(), thing(), thing()]
  const [act, time] = [`${rareWord(random)}ly ${pick(ACTS, random)}`, pick(TIMES, random)]
  const end = `${pick(TURNS, random)} the ${thing()}`
  return pick(
    [
      `“The ${one} and the ${other} will ${act} the ${third} ${end},” ${who} said ${time}.`,
      `${who} said ${time} that the ${one} would ${act} the ${other} ${end}.`,
      `“We have looked at the ${one} again,” said ${who}. “It has to ${act} the ${other} ${end}.”`,
      `According to ${who}, the ${one} is not going to ${act} the ${other} ${end}.`,
    ],
    random,
  )
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
