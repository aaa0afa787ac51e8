import { parseEdtf } from '../../../src/core/edtf.ts'
import type { Db } from '../../../src/database/db.ts'
import { ingestArticle } from '../../../src/features/articles/ingestion/domain.ts'

/** Invented articles for the tests of the pages: several publishers and years, emoji, combining marks, other scripts. */
interface TestArticle {
  readonly title: string
  readonly publisher: string
  readonly published: string
  readonly url?: string
  readonly text: string
}

const FERRY_WORDS = 'The ferry will run all winter, whatever the weather'

const ARTICLES: readonly TestArticle[] = [
  {
    title: 'Harbour pledges winter ferry',
    publisher: 'The Northern Gazette',
    published: '2024-11-20',
    url: 'https://gazette.example/ferry',
    text: `PORT LARN — Harbour master Ada Brandt said on Tuesday that the island ferry would not be cut. “${FERRY_WORDS},” Brandt told reporters at the quay.

She added: “Nobody on the islands will be left without a crossing.”

The transport ministry denied that money was short. “We have set aside two million for the route,” Transport Minister Olu Adeyemi said in September.

Adeyemi said the contract would be signed before the end of the year. According to the Islanders’ Union, fares have doubled since 2021.

“The price is the real question 🚢,” said Márta Szabó, who leads the union. “Ask anyone who lives there.”`,
  },
  {
    title: 'Islands keep their boat',
    publisher: 'Coast Courier',
    published: '2024-11-22',
    url: 'https://courier.example/boat',
    text: `The boat to the islands stays. “${FERRY_WORDS},” harbour master Ada Brandt said this week.

Critics were not convinced. “We have heard that promise before,” said opposition spokesman Lars Nyström.

Nyström told the Courier that he would ask for the contract in parliament on 3 December. He said the minister “owes the islands an answer”.`,
  },
  {
    title: 'Minister signs ferry contract',
    publisher: 'The Northern Gazette',
    published: '2025-01-14',
    url: 'https://gazette.example/contract',
    text: `Transport Minister Olu Adeyemi signed the ferry contract on Monday. “This is a good day for the islands,” he said.

The opposition said the deal came too late. “Three months of waiting have cost the islands their trust,” Lars Nyström said on Monday.

Brandt, the harbour master, declined to comment.

“I will read every page,” Nyström added.`,
  },
  {
    title: 'River levels worry engineers',
    publisher: 'Delta Daily',
    published: '2025-02-03',
    url: 'https://delta.example/river',
    text: `Engineers warned in January that the river could rise by a metre. “The dykes were built for another century,” chief engineer Nguyễn Thị Hòa said on 28 January 2025.

Her deputy, Tomás Ó Briain, said the repairs would take five years. “We start where the people live,” Ó Briain said.

The mayor, Rana Haddad, said in 2023 that the city was safe. On Saturday she said: “I was wrong, and I say so.”

“لا نريد وعودا جديدة,” said Karim Mansour, a farmer. “We want pumps.”`,
  },
  {
    title: 'Mayor promises pumps',
    publisher: 'Delta Daily',
    published: '2025-03-10',
    url: 'https://delta.example/pumps',
    text: `Mayor Rana Haddad promised on Sunday to buy forty pumps. “The first ten arrive in April,” she told residents.

The finance office said the pumps were paid for. “Every invoice is public,” said spokeswoman Ilse Vogt.

Haddad denied that she had known of the risk. Last year she said that the dykes were “good for a hundred years”.

Karim Mansour said he would believe it when he saw water move. “👩🏽‍🌾 We have fields, not slides,” he said.`,
  },
  {
    title: 'Schools to open later',
    publisher: 'Coast Courier',
    published: '2025-04-02',
    text: `Schools will open at nine from August, Education Minister Priya Raghunathan said on Wednesday. “Children learn when they are awake,” she said.

Teachers welcomed the plan. “We asked for this for years,” said Jean-Baptiste N'Diaye of the teachers' union.

Raghunathan said the buses would follow the new hours. The bus company said it had not been asked.

“Nobody called us,” said Eleanor Fitch, its director.`,
  },
  {
    title: 'Bus company answers minister',
    publisher: 'The Northern Gazette',
    published: '2025-04-04',
    url: 'https://gazette.example/bus',
    text: `The director of the bus company, Eleanor Fitch, said on Thursday that she had now spoken with the ministry. “Nobody had called us before Wednesday,” Fitch said.

Education Minister Priya Raghunathan said: “The timetable is ready.” She did not say when it would be published.

“A timetable without drivers is paper,” said Fitch.`,
  },
  {
    title: 'Cafe\u0301 owners fear the new tax',
    publisher: 'Delta Daily',
    published: '2025-05-19',
    url: 'https://delta.example/cafe',
    text: `Cafe\u0301 owners met the mayor on Friday. “A cup of coffee will cost five,” said Zoe\u0308 Lindqvist, who runs the Cafe\u0301 Rive\u0301.

Mayor Rana Haddad said the tax would pay for the dykes. “We cannot drink coffee under water,” Haddad said.

“Then tell us the number 😀😀 and the date,” Lindqvist answered.`,
  },
  {
    title: 'Union calls ferry strike',
    publisher: 'Coast Courier',
    published: '2025-06-11',
    url: 'https://courier.example/strike',
    text: `The Islanders' Union called a strike for July. “We stop when the crossings stop,” Márta Szabó said on Tuesday.

Transport Minister Olu Adeyemi said he was surprised. “Nobody told me about a strike,” he said. He said in May that the talks were going well.

Ada Brandt said the harbour would stay open. “My door is open, and so is the quay,” Brandt said.`,
  },
  {
    title: 'Strike called off',
    publisher: 'The Northern Gazette',
    published: '2025-06-30',
    url: 'https://gazette.example/off',
    text: `The ferry strike is off. “We have a number and a date,” Márta Szabó said on Sunday.

Olu Adeyemi, the transport minister, said: “We listened.”

Lars Nyström said the minister had “paid twice for one promise”. Adeyemi denied this.

In December the harbour master, Ada Brandt, said that the ferry would need a new engine by 2027.`,
  },
]

/** The texts of the invented articles. */
export const TEXTS: readonly string[] = ARTICLES.map(({ text }) => text)

/** Ingests the invented articles. Returns their ids. */
export async function ingestArticles(db: Db, now: Date): Promise<string[]> {
  const ids: string[] = []
  for (const { title, publisher, published, url = null, text } of ARTICLES) {
    const known = { title, publisher, byline: null, dateline: null, url, language: 'en' }
    const article = { ...known, published: parseEdtf(published), publishedBasis: 'stated', text } as const
    ids.push((await ingestArticle(db, article, now)).articleId)
  }
  return ids
}
