/** An article to print as a page, with what must be read from the page. */
export interface Story {
  readonly title: string
  readonly byline: string
  readonly publisher: string
  /** The day at the publisher. */
  readonly published: string
  /** The moment of publication with the offset of the publisher. */
  readonly moment: string
  readonly slug: string
  readonly paragraphs: readonly string[]
}

export const STORIES: readonly Story[] = [
  {
    title: 'Saltmarsh town votes to move its lighthouse inland',
    byline: 'Imke Voss',
    publisher: 'Saltmarsh Observer',
    published: '2024-03-06',
    moment: '2024-03-06T18:20:00-05:00',
    slug: 'lighthouse-moves-inland',
    paragraphs: [
      'The people of Saltmarsh have voted to move their lighthouse two hundred meters inland, because the cliff below it has lost a third of its width within ten years.',
      '“We can lose the view, but we cannot lose the tower,” Mayor Dora Pell said on Tuesday, after the votes had been counted in the hall of the old school.',
      'The move will cost nine million and take most of a year. Engineers want to lift the tower onto rails and push it a few centimeters at a time, as was done with a church in the next county.',
      'Fishermen had asked for a second light on the pier while the tower is dark. The council said that it would pay for one, and that the harbor would stay open at night.',
    ],
  },
  {
    title: 'Bakers of Quill Street win back their ovens',
    byline: 'Tomas Arledge',
    publisher: 'The Quill Post',
    published: '2023-11-20',
    moment: '2023-11-20T09:05:00+01:00',
    slug: 'bakers-win-back-ovens',
    paragraphs: [
      'Three bakers on Quill Street may light their wood ovens again from Monday, after a court found that the city had closed them without measuring the smoke.',
      'Judge Nadia Orme told the city that it could not “forbid by guess what it has not once held a meter to”, and gave it until spring to come back with figures.',
      '“My grandmother baked in that oven through two floods,” said Piet Harker, who owns the oldest of the three shops. He wants to sell the first loaves at half the price.',
      'A spokeswoman for the city said it respected the ruling and would buy two meters. Neighbors who had complained about the smoke said they would wait for the measurements.',
    ],
  },
  {
    title: 'Why the night train to Brannock came home empty',
    byline: 'Yusra Dahl',
    publisher: 'Northern Line News',
    published: '2022-07-31',
    moment: '2022-07-31T14:45:00+00:00',
    slug: 'night-train-empty',
    paragraphs: [
      'The first night train to Brannock in eleven years left with every bed sold and returned with none, since the ticket office had opened sales for the way back on the wrong date.',
      'Operator Halden Rail apologized to travelers. “It was a typing error, and it was ours,” chief executive Mika Stroud told reporters on Saturday in the station at Brannock.',
      'Some two hundred people were driven home in buses through the night. Many of them said that they had slept well all the same, and that the soup served at three in the morning was very good.',
      'The second train is sold out in both directions. The ministry of transport has asked the operator for a report by the end of August, with the names of those who checked the dates.',
    ],
  },
  {
    title: 'Island school teaches swimming before reading',
    byline: 'Ben Achterberg',
    publisher: 'Island Courier',
    published: '2025-01-14',
    moment: '2025-01-14T20:30:00-05:00',
    slug: 'swimming-before-reading',
    paragraphs: [
      'Children on the island of Merrow will learn to swim before they learn to read. The school board decided this unanimously, six months after a boat with nine pupils turned over in the sound.',
      '“No child drowned, and we do not want to write about luck a second time,” board member Ruth Caldera said, reading from a statement that the pupils had helped to write.',
      'Lessons start at the age of four in a pool that the cannery heats with waste water. Parents pay nothing. Two teachers from the mainland will come on the morning ferry.',
      'The teachers’ union called the plan brave and asked for a third teacher. “We will find one,” Caldera said, “even if I have to put on the cap and the whistle myself.”',
    ],
  },
]
