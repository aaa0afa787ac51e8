/** An article of the relevance set: its publisher, its date of publication, and its text. */
export type WrittenArticle = readonly [publisher: string, published: string, text: string]

/** Articles with distinct statements that share words with one another. Everything in them is invented. */
export const WRITTEN_ARTICLES: readonly WrittenArticle[] = [
  [
    'Northern Courier',
    '2026-03-05',
    `The foreign secretary, Margaret Ellison, said on Wednesday that the consulate in Tripoli would reopen before the summer.
“We owe our citizens in Libya a door they can knock on,” Ellison said.`,
  ],
  [
    'Northern Courier',
    '2025-12-12',
    `“The missile tests over the strait were reckless, and we told the ambassador so,” defence minister Rafael Quiroga said on Thursday.
Quiroga declined to say whether the frigates would be recalled.`,
  ],
  [
    'The Morning Ledger',
    '2025-06-19',
    `“No missile has been moved, and none will be moved without a vote,” defence minister Rafael Quiroga said on Wednesday.`,
  ],
  [
    'The Morning Ledger',
    '2026-02-10',
    `Will Ashdown, the mayor of Redcliffe, said on Monday that the tram line would open without a ceremony.
“A ribbon does not move a single passenger,” Ashdown said.`,
  ],
  [
    'The Morning Ledger',
    '2026-02-17',
    `“The tram depot is late because the soil was poisoned, not because anybody slept,” engineer Dana Whitlock said on Monday.`,
  ],
  [
    'Coastal Times',
    '2026-05-08',
    `“The lighthouse will be sold with its keeper's garden,” Don Merrick, chairman of the Harbour Board, said on Thursday.
Merrick said the money would pay for a new breakwater.`,
  ],
  [
    'Coastal Times',
    '2026-05-22',
    `The Harbour Board said in a statement on Thursday that dredging of the eastern channel had stopped because of seals.`,
  ],
  [
    'Coastal Times',
    '2025-11-07',
    `“A breakwater is a promise to people who sleep near the sea,” novelist Petra Holm said on Thursday.`,
  ],
  [
    'City Post',
    '2026-09-18',
    `May Lindholm, the health minister, said on Thursday that measles vaccines had reached every island.
“May nobody tell me again that the ferries are too slow,” Lindholm said.`,
  ],
  [
    'City Post',
    '2026-10-02',
    `“Vaccines do not argue, they work,” virologist Aram Petrosyan said on Thursday.
Petrosyan said the measles outbreak on the islands was over.`,
  ],
  [
    'City Post',
    '2026-04-15',
    `“The price of bread is not set in my kitchen,” Mark Price, the minister for trade, said on Tuesday.
Price denied that the wheat reserve had been sold.`,
  ],
  [
    'City Post',
    '2026-04-22',
    `“Mark my words, the price of wheat will fall before the harvest,” grain trader Solveig Brandt said on Tuesday.`,
  ],
  [
    'Northern Courier',
    '2026-07-09',
    `April Hayes, a spokeswoman for the Ministry of Transport, said on Wednesday that night trains to the coast would return.
“Sleepers are cheaper than runways,” Hayes said.`,
  ],
  [
    'Northern Courier',
    '2026-04-24',
    `“In April the trains ran on time for the first time in nine years,” railway inspector Colin Draper said on Thursday.`,
  ],
  [
    'The Morning Ledger',
    '2026-08-14',
    `“The reservoir is at a third, and it is only August,” said Inés Núñez, head of the Water Authority, on Thursday.
Núñez said farmers would be asked first, and golf courses last.`,
  ],
  [
    'The Morning Ledger',
    '2026-08-28',
    `“Golf courses pay for their water twice,” club president Gordon Tate said on Thursday.`,
  ],
  [
    'Coastal Times',
    '2026-01-16',
    `Siobhán O’Neill, the fisheries commissioner, said on Thursday that herring quotas would be halved.
“Herring cannot vote, so somebody must count them,” O’Neill said.`,
  ],
  [
    'Coastal Times',
    '2026-01-23',
    `“If the quotas are halved, half the boats will rust,” skipper Jonas Aalto said on Thursday.`,
  ],
  [
    'City Post',
    '2026-06-05',
    `“The gas pipeline ends where the treaty ends,” said Sheikh Fatima Al-Khalifa, the energy minister of Bahran, on Thursday.`,
  ],
  [
    'City Post',
    '2026-06-12',
    `“A pipeline is a long conversation between two valves,” engineer Tomasz Wójcik said on Thursday.
Wójcik said that pressure in the pipeline had been restored.`,
  ],
  [
    'Northern Courier',
    '2025-03-14',
    `“Every school will have a nurse by autumn,” education minister Owen Smith said on Thursday.`,
  ],
  [
    'Northern Courier',
    '2025-09-26',
    `“A library without heating is a warehouse,” culture minister Chloe Smith said on Thursday.
Chloe Smith said school libraries would stay open on Saturdays.`,
  ],
  [
    'The Morning Ledger',
    '2025-10-10',
    `“We will not balance the budget on the backs of nurses,” finance minister Henrik Vaasa said on Thursday.
Vaasa said that the tax on sugar would rise next year.`,
  ],
  [
    'The Morning Ledger',
    '2026-10-09',
    `“The budget is honest, which is why nobody likes it,” finance minister Henrik Vaasa said on Thursday.`,
  ],
  [
    'City Post',
    '2025-10-17',
    `The Nurses' Union said on Thursday that a strike over night shifts could begin in the first week of November.
“Applause does not pay for a babysitter,” union leader Grace Bell said.`,
  ],
  [
    'City Post',
    '2026-11-20',
    `“The ballots were counted twice, and twice they said the same thing,” election commissioner Ibrahim Sesay said on Thursday.`,
  ],
  [
    'Northern Courier',
    '2026-11-23',
    `“Snow has closed the pass, and it will stay closed until the ploughs arrive,” road chief Liv Sandberg said on Sunday.`,
  ],
  [
    'Northern Courier',
    '2026-11-13',
    `“The pass should have been a tunnel since 1970,” truck driver Esa Rinne said on Thursday.`,
  ],
  [
    'The Morning Ledger',
    '2026-10-23',
    `“Our satellites see the fires before the smoke does,” said Priya Raman, director of the Space Agency, on Thursday.
Raman said a second satellite would be launched from Kourou.`,
  ],
  [
    'The Morning Ledger',
    '2026-09-04',
    `“The fire came over the ridge like a train,” fire chief Luca Moretti said on Thursday.`,
  ],
  [
    'Coastal Times',
    '2026-03-27',
    `“The colour of the water is rust, and the rust is ours,” environment minister Ursula van der Berg said on Thursday.
Van der Berg said the steelworks would be fined.`,
  ],
  [
    'Coastal Times',
    '2026-04-03',
    `“The steelworks employ four thousand people and one river,” plant manager Bruno Keller said on Thursday.`,
  ],
  [
    'City Post',
    '2025-05-30',
    `“An apology is cheaper than an inquiry, and worth as much,” judge Ruth Abara said on Thursday.`,
  ],
  [
    'City Post',
    '2025-06-06',
    `“The organisation lost the files, and then it lost the people who knew the files,” auditor Femi Oyelaran said on Thursday.`,
  ],
  [
    'City Post',
    '2026-01-30',
    `“Our program for young farmers has more applicants than fields,” agriculture secretary Dolores Reyes said on Thursday.`,
  ],
  [
    'Northern Courier',
    '2026-02-06',
    `“The defense of the dam was left to two men and a dog,” said Captain Ivo Marek, who led the inquiry, on Thursday.`,
  ],
  [
    'The Morning Ledger',
    '2026-05-29',
    `“To be or not to be is not a question a zoo can leave open,” zoo director Helga Strand said on Thursday.
Strand said the wolves would be moved to Norrland.`,
  ],
  [
    'The Morning Ledger',
    '2026-06-19',
    `“Wolves took eleven sheep in one night,” shepherd Mattias Lund said on Thursday.`,
  ],
  [
    'Coastal Times',
    '2026-07-17',
    `“Cruise ships bring nine thousand people and leave nine thousand cups,” Rose Hunt, the harbour commissioner, said on Thursday.`,
  ],
  [
    'Coastal Times',
    '2026-07-24',
    `“The hunt for the missing trawler goes on until the weather turns,” coastguard officer Sten Vik said on Thursday.`,
  ],
  [
    'Northern Courier',
    '2025-12-19',
    `“Christmas markets need fewer bollards and more chestnuts,” police chief Nadia Karim said on Thursday.`,
  ],
  [
    'Northern Courier',
    '2025-12-05',
    `“The blackout was one relay, and one relay is one too many,” Zoë Müller, head of the Grid Company, said on Thursday.`,
  ],
  [
    'City Post',
    '2026-08-07',
    `The Interior Ministry said on Thursday that passports would be printed in nine languages.
“Queues at the passport office have halved since March,” ministry spokesman José Ibáñez said.`,
  ],
  [
    'City Post',
    '2024-05-17',
    `“The euro was a good idea on a bad day,” central banker Lionel Faure said on Thursday.
Faure said interest rates would not be cut before the election.`,
  ],
  [
    'The Morning Ledger',
    '2026-11-06',
    `“Interest rates are a blunt tool in a china shop,” economist Mei Tanaka said on Thursday.`,
  ],
  [
    'Coastal Times',
    '2026-10-30',
    `“The whales have come back because the sonar has gone,” marine biologist Anneke de Vries said on Thursday.
The Navy said on Thursday that sonar exercises would resume in January.`,
  ],
]
