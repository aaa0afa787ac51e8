import { describe, expect, it } from 'vitest'
import { filters, read, readAll } from './questions.ts'

describe('names in a question', () => {
  it.each([
    ['a family name is a person', 'kirby missiles', 'official=john-kirby&q=missiles'],
    ['words may stand in any order', 'missiles kirby', 'official=john-kirby&q=missiles'],
    ['a given name goes with the family name', 'John Kirby missiles', 'official=john-kirby&q=missiles'],
    ['so does an initial', 'J. Kirby missiles', 'official=john-kirby&q=missiles'],
    ['another given name is another person', 'Adam Kirby missiles', 'q=Adam Kirby missiles'],
    ['titles are a part of the name', 'deputy foreign minister Kirby', 'official=john-kirby'],
    [
      'so is the organization before them',
      'Harbour Board spokesman Kirby on seals',
      'official=john-kirby&q=seals',
    ],
    [
      'a family name of several people is all of them',
      'smith schools',
      'official=owen-smith,chloe-smith&q=schools',
    ],
    ['the given name decides between them', 'chloe smith schools', 'official=chloe-smith&q=schools'],
    ['a family name of very many people is a word', 'jones schools', 'q=jones schools'],
    [
      'two people are alternatives',
      'kirby and patel on missiles',
      'official=john-kirby,vedant-patel&q=missiles',
    ],
    ['a person in the topic is a word', 'what did Kirby say about Patel', 'official=john-kirby&q=Patel'],
    ['a person after "with" is a word', 'talks with Kirby', 'q=talks Kirby'],
    ['a misspelt name is the nearest one', 'Kirbey missiles', 'official=john-kirby&q=missiles'],
    ['a person and a company of one name are words', 'ford cars', 'q=ford cars'],
  ])('%s', (_title, question, expected) => {
    expect(filters(question)).toBe(expected)
  })

  it('tells how many people a name means, and what else it may mean', () => {
    const [smith] = read('smith schools').parts
    expect(smith).toMatchObject({
      kind: 'official',
      names: ['Owen Smith', 'Chloe Smith'],
      note: expect.stringContaining('Several'),
    })
    const [jones] = read('jones schools').parts
    expect(jones).toMatchObject({ kind: 'words', note: expect.stringContaining('Write the full name') })
    expect(read('ford').parts[0]!.others.map(({ kind }) => kind)).toEqual(['official', 'organization'])
    expect(read('kirbey').parts[0]).toMatchObject({
      names: ['John Kirby'],
      note: expect.stringContaining('nearest'),
    })
  })
})

describe('words that are names too', () => {
  it.each([
    ['in lower case they are words', 'the price of bread', 'q=price bread'],
    ['a full name is a name', 'mark price bread', 'official=mark-price&q=bread'],
    ['a title shows the name', 'mr price bread', 'official=mark-price&q=bread'],
    ['a capital inside the question shows it', 'what does Price say of bread', 'official=mark-price&q=bread'],
    ['a capital at the start does not', 'Price of bread', 'q=Price bread'],
    ['nor does it if all words have one', 'The Bread Price', 'q=Bread Price'],
    ['"by" shows it', 'quotes by price', 'official=mark-price'],
    ['"did … say" shows it', 'what did may say about bread', 'official=theresa-may&q=bread'],
    ['a given name may be the speaker', 'what did Will say about bread', 'official=will-don&q=bread'],
    ['an auxiliary verb is no name', 'will the bridge open', 'q=bridge open'],
    ['a pronoun is no name', 'what did he say about bread', 'q=bread'],
    ['a stop word in a full name is a name', 'will don bread', 'official=will-don&q=bread'],
    ['a month is a date', 'bread in may', 'q=bread&said_from=2026-05-01&said_to=2026-05-31'],
    ['a month in a full name is a name', 'April Hayes bread', 'official=april-hayes&q=bread'],
  ])('%s', (_title, question, expected) => {
    expect(filters(question)).toBe(expected)
  })

  it('are listed as what a word may mean', () => {
    expect(read('will the bridge open').parts[0]).toMatchObject({
      text: 'will',
      kind: 'ignored',
      others: [{ name: 'Will Don' }],
    })
    expect(read('the price of bread').parts[1]).toMatchObject({
      text: 'price',
      kind: 'words',
      others: [{ name: 'Mark Price' }],
    })
  })
})

describe('organizations and publishers', () => {
  it.each([
    [
      'an organization of several words is one',
      'harbour board dredging',
      'organization=harbour-board&q=dredging',
    ],
    ['"according to" shows the speaker', 'dredging according to nato', 'organization=nato&q=dredging'],
    ['one word that nothing shows to speak is a word', 'nato dredging', 'q=nato dredging'],
    ['alone it is the organization', 'what did nato say', 'organization=nato'],
    ['beside a person it is a word', 'kirby nato', 'official=john-kirby&q=nato'],
    ['"in" shows a publisher', 'dredging in the Guardian', 'publisher=The Guardian&q=dredging'],
    ['a publisher is known without it', 'guardian dredging', 'publisher=The Guardian&q=dredging'],
    ['the one with more on record is meant', 'reuters dredging', 'publisher=Reuters&q=dredging'],
    ['unless it is the speaker', 'what did reuters say about dredging', 'organization=reuters&q=dredging'],
    [
      '"what did it report" shows a publisher',
      'what did Reuters report about dredging',
      'publisher=Reuters&q=dredging',
    ],
    [
      'articles of a publisher',
      'articles in the Guardian about dredging',
      'publisher=The Guardian&q=dredging',
    ],
  ])('%s', (_title, question, expected) => {
    expect(filters(question)).toBe(expected)
  })
})

describe('dates in a question, asked on 23 November 2026', () => {
  it.each([
    ['missiles last december', 'q=missiles&said_from=2025-12-01&said_to=2025-12-31'],
    ['missiles in 2025', 'q=missiles&said_from=2025-01-01&said_to=2025-12-31'],
    ['missiles since January', 'q=missiles&said_from=2026-01-01'],
    ['missiles after January', 'q=missiles&said_from=2026-02-01'],
    ['missiles before 3 March 2026', 'q=missiles&said_to=2026-03-02'],
    ['missiles until march 2026', 'q=missiles&said_to=2026-03-31'],
    ['missiles between March and May 2025', 'q=missiles&said_from=2025-03-01&said_to=2025-05-31'],
    ['missiles from march to may 2025', 'q=missiles&said_from=2025-03-01&said_to=2025-05-31'],
    ['missiles January - May 2025', 'q=missiles&said_from=2025-01-01&said_to=2025-05-31'],
    ['missiles yesterday', 'q=missiles&said_from=2026-11-22&said_to=2026-11-22'],
    ['missiles last week', 'q=missiles&said_from=2026-11-16&said_to=2026-11-22'],
    ['missiles in December', 'q=missiles&said_from=2025-12-01&said_to=2025-12-31'],
    ['December Missiles', 'q=Missiles&said_from=2025-12-01&said_to=2025-12-31'],
    ['kirby 2025 missiles', 'official=john-kirby&q=missiles&said_from=2025-01-01&said_to=2025-12-31'],
    ['missiles published last week', 'published_from=2026-11-16&published_to=2026-11-22&q=missiles'],
    [
      'articles published in 2025 about missiles',
      'published_from=2025-01-01&published_to=2025-12-31&q=missiles',
    ],
    [
      'missiles said in may, published since june',
      'published_from=2026-06-01&q=missiles&said_from=2026-05-01&said_to=2026-05-31',
    ],
    ['the 2016 election', 'q=2016 election'],
    ['elections in 2030', 'q=elections 2030'],
    ['"in 2025" missiles', 'q="in 2025" missiles'],
  ])('%s', (question, expected) => {
    expect(filters(question)).toBe(expected)
  })
})

describe('the words that only ask', () => {
  it.each([
    ['what did Kirby say about the missiles?', 'official=john-kirby&q=missiles'],
    ['Who said that the bridge is open?', 'q=bridge open'],
    ['did kirby say missiles', 'official=john-kirby&q=missiles'],
    ['quotes by kirby on missiles', 'official=john-kirby&q=missiles'],
    ['show me statements about missiles', 'q=missiles'],
    ['who denied the sale', 'q=sale'],
    ['did Kirby say he would not resign', 'official=john-kirby&q=not resign'],
    ['to be or not to be', 'q=to be or not to be'],
    ['what did they say', 'q=what did they say'],
    ['OR', 'q=OR'],
  ])('are left out of %j', (question, expected) => {
    expect(filters(question)).toBe(expected)
  })
})

describe('the operators of searches', () => {
  it.each([
    ['"the missile" kirby', 'official=john-kirby&q="the missile"'],
    ['kirby OR patel missiles', 'q=kirby OR patel missiles'],
    ['missiles -"last week" -kirby', 'q=missiles -"last week" -kirby'],
    ['kirby -missiles', 'q=kirby -missiles'],
    ['"kirby" missiles', 'q="kirby" missiles'],
  ])('stay in %s', (question, expected) => {
    expect(filters(question)).toBe(expected)
  })
})

describe('filters of the request beside the question', () => {
  it.each([
    [
      'a part that is literal is words',
      'kirby last december',
      ['kirby'],
      [],
      'q=kirby&said_from=2025-12-01&said_to=2025-12-31',
    ],
    [
      'case and accents of a literal do not matter',
      'KIRBY last december',
      ['kírby'],
      [],
      'q=KIRBY&said_from=2025-12-01&said_to=2025-12-31',
    ],
    [
      'ignored words may be literal',
      'what did kirby say',
      ['what did'],
      [],
      'official=john-kirby&q=what did',
    ],
    ['a star makes all literal', 'what did kirby say last week', ['*'], [], 'q=what did kirby say last week'],
    ['a filter by people leaves names as words', 'kirby missiles', [], ['official'], 'q=kirby missiles'],
    [
      'a period leaves dates out',
      'kirby missiles last week',
      [],
      ['said_from'],
      'official=john-kirby&q=missiles',
    ],
    [
      'another period does not',
      'kirby last week',
      [],
      ['published_from'],
      'official=john-kirby&said_from=2026-11-16&said_to=2026-11-22',
    ],
  ])('%s', (_title, question, literal, given, expected) => {
    expect(filters(question, literal, given)).toBe(expected)
  })
})

describe('looser readings', () => {
  it('search names as words, then one of the words', () => {
    const [, names, anyWord] = readAll('kirby missile tests')
    expect(names!.parts[0]).toMatchObject({ kind: 'words', text: 'kirby', others: [{ name: 'John Kirby' }] })
    expect([anyWord!.isAnyWord, anyWord!.parts[0]!.kind]).toEqual([true, 'official'])
  })

  it('include statements that may have been said then, unless the request has `match`', () => {
    expect(readAll('kirby yesterday').map(({ isOverlap }) => isOverlap)).toEqual([false, true, false])
    expect(readAll('kirby yesterday', [], ['match']).some(({ isOverlap }) => isOverlap)).toBe(false)
  })

  it('never change signs and phrases', () => {
    expect(readAll('missile "tests now"')).toHaveLength(1)
    expect(readAll('missile tests -now')).toHaveLength(1)
  })
})
