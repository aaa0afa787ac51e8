import type { GeneratedArticle } from './generated.ts'

/** A question, and words of the statements that answer it: one of them is enough. */
export type RelevanceQuestion = readonly [question: string, ...answers: string[]]

/** Questions about the written articles and the seed. */
export const WRITTEN_QUESTIONS: readonly RelevanceQuestion[] = [
  // A person and a topic.
  ['quiroga missile tests', 'The missile tests over the strait were reckless'],
  ['what did Kirby say about a treaty with Pakistan', 'there was no treaty of alliance with Pakistan'],
  ['patel pakistan missile programme', 'long-range ballistic missile programme'],
  ['Miller on the PTI protests', 'We want to see any protests be peaceful'],
  ['What did Vaasa say about nurses?', 'on the backs of nurses'],
  ['sandberg snow', 'Snow has closed the pass'],
  ['did Ellison say the consulate in Tripoli would reopen', 'the consulate in Tripoli would reopen'],
  ['quotes by Luca Moretti', 'The fire came over the ridge'],
  // A topic alone.
  ['golf courses pay for water', 'Golf courses pay for their water twice'],
  ['whales sonar', 'The whales have come back'],
  ['who said the pass should have been a tunnel?', 'The pass should have been a tunnel'],
  ['library without heating', 'A library without heating is a warehouse'],
  ['who said that vaccines work', 'Vaccines do not argue'],
  ['poisoned soil at the tram depot', 'because the soil was poisoned'],
  // Phrases.
  ['"rusty herring" OR "herring cannot vote"', 'Herring cannot vote'],
  ['"a promise to people who sleep near the sea"', 'A breakwater is a promise'],
  ['"to be or not to be"', 'To be or not to be'],
  ['to be or not to be', 'To be or not to be'],
  ['price "of bread"', 'The price of bread is not set'],
  ['missile -reckless vote', 'none will be moved without a vote'],
  // Organizations.
  ['harbour board dredging', 'dredging of the eastern channel had stopped'],
  ["nurses' union strike", 'a strike over night shifts'],
  [
    'what has the Interior Ministry said about passports',
    'passports would be printed',
    'Queues at the passport office',
  ],
  ['according to the interior ministry, how many terrorism incidents were there', '351 civilians'],
  ['navy sonar exercises', 'sonar exercises would resume'],
  ['State Department shoulder to shoulder', 'shoulder to shoulder'],
  // Roles.
  ['the foreign secretary on libya', 'We owe our citizens in Libya', 'the consulate in Tripoli would reopen'],
  [
    'what did the energy minister of Bahran say about the gas pipeline?',
    'The gas pipeline ends where the treaty ends',
  ],
  ['fire chief ridge', 'The fire came over the ridge'],
  ['foreign secretary Margaret Ellison citizens', 'We owe our citizens in Libya'],
  // Publishers.
  ['wheat in the City Post', 'the price of wheat will fall', 'the wheat reserve had been sold'],
  ['breakwater Coastal Times Holm', 'A breakwater is a promise'],
  [
    'what did the Northern Courier report about trains',
    'Sleepers are cheaper',
    'In April the trains ran on time',
    'night trains to the coast',
  ],
  // Dates.
  [
    'quiroga last december',
    'The missile tests over the strait were reckless',
    'the frigates would be recalled',
  ],
  ['vaasa budget before 2026', 'on the backs of nurses'],
  ['what did Vaasa say about the budget in October 2026?', 'The budget is honest'],
  ['ballots last week', 'The ballots were counted twice'],
  ['what was said yesterday about the pass', 'Snow has closed the pass'],
  ['the price of wheat since January', 'the price of wheat will fall', 'the wheat reserve had been sold'],
  ['Smith between March and May 2025', 'Every school will have a nurse'],
  ['interest rates published in 2024', 'interest rates would not be cut'],
  // Typography and accents.
  ['nunez reservoir', 'The reservoir is at a third'],
  ["o'neill herring", 'Herring cannot vote', 'herring quotas would be halved'],
  ['wojcik pipeline', 'A pipeline is a long conversation', 'pressure in the pipeline'],
  ['ZOE MULLER blackout', 'The blackout was one relay'],
  ['al khalifa treaty', 'The gas pipeline ends'],
  // Names that are common words.
  ['what did Will say about the tram ceremony', 'the tram line would open without a ceremony'],
  ['will ashdown ribbon', 'A ribbon does not move'],
  ['don merrick lighthouse', 'The lighthouse will be sold'],
  ['Mr Price bread', 'The price of bread is not set'],
  ['May Lindholm ferries', 'May nobody tell me again'],
  ['rose hunt cups', 'Cruise ships bring nine thousand people'],
  // Spelling.
  ['color of the water', 'The colour of the water is rust'],
  ['organization lost files', 'The organisation lost the files'],
  ['programme for farmers', 'Our program for young farmers'],
  ['defence of the dam', 'The defense of the dam'],
  // Endings, and words in another order.
  ['wolf sheep nights', 'Wolves took eleven sheep'],
  ['chestnut market bollards christmas', 'Christmas markets need fewer bollards'],
  // Slips in names.
  ['Kirbey technical ally', 'Pakistan was never a technical ally'],
  ['Sandburg snow', 'Snow has closed the pass'],
  ['Vedant Petal sanctions', 'These sanctions that we made in Pakistan'],
  ['Tomas Woycik valves', 'A pipeline is a long conversation'],
]

/** Returns questions about some of the generated articles. */
export function questionsAbout(articles: readonly GeneratedArticle[]): RelevanceQuestion[] {
  const forms: readonly ((article: GeneratedArticle) => string)[] = [
    ({ surname, topic, month }) => `${surname.toLowerCase()} ${topic} ${month}`,
    ({ name, topic, month }) => `What did ${name} say about ${topic} in ${month}?`,
    ({ surname, said }) => `${surname} ${said.split(' ').slice(-3).join(' ')}`,
    ({ name, topic }) => `${topic}: ${name}`,
  ]
  return [5, 40, 77, 101, 150, 188, 222, 251].map((index, place) => {
    const article = articles[index]!
    return [forms[place % forms.length]!(article), article.said]
  })
}
