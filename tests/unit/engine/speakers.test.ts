import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, sliceOf } from '../../../src/core/span.ts'
import { analyze } from '../../../src/engine/grammar/analyze.ts'
import { findPeople } from '../../../src/engine/people/find-people.ts'
import { peopleOf } from '../../../src/engine/people/list-people.ts'
import { type Words, wordsOf } from '../../../src/engine/reader/words.ts'
import { resolveSpeakers } from '../../../src/engine/speakers/resolve-speakers.ts'
import { segment } from '../../../src/engine/text/segment.ts'
import type { KnownPerson, Speaker } from '../../../src/engine/types/extraction.ts'
import type { Cue, Finding } from '../../../src/engine/types/finding.ts'

/** Returns the nth place where a piece of text stands as whole words. */
function find(text: string, piece: string, nth = 1) {
  const places = [
    ...text.matchAll(
      new RegExp(`(?<!\\p{L})${piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'gu'),
    ),
  ]
  const start = places[nth - 1]?.index
  if (start === undefined) throw new Error(`"${piece}" does not stand ${nth} times in the text`)
  return { start, end: start + piece.length }
}

interface Said {
  readonly words: string
  readonly by: string
  readonly nth?: number
  readonly type?: Finding['type']
  readonly carriedOver?: boolean
  readonly cue?: Cue['kind']
}

function finding(text: string, { words, by, nth, type = 'direct', carriedOver = false, cue }: Said): Finding {
  const content = [find(text, words)]
  return {
    type,
    polarity: 'affirmed',
    content,
    quoted: type === 'direct' ? content : [],
    cue: cue ? { start: 0, end: 0, lemma: '', kind: cue, polarity: 'affirmed' } : null,
    speaker: find(text, by, nth),
    carriedOver,
    venue: null,
    addressee: null,
    relay: null,
    rule: 'test',
  }
}

const wordsIn = (text: string): Words => {
  const document = segment(text)
  return wordsOf(document, analyze(document))
}

/** Returns the speakers of statements whose words and speakers are given as printed. */
function speakers(text: string, said: readonly Said[], knownPeople: readonly KnownPerson[] = []): Speaker[] {
  const findings = said.map((one) => finding(text, one))
  const words = wordsIn(text)
  return resolveSpeakers(words, findings, findPeople(words, knownPeople))
}

const people = (text: string, knownPeople: readonly KnownPerson[] = []) =>
  peopleOf(findPeople(wordsIn(text), knownPeople), [])

const speaker = (text: string, said: Said, knownPeople: readonly KnownPerson[] = []) =>
  speakers(text, [said], knownPeople)[0] as Speaker

describe('names and roles', () => {
  it('reads a lower-case title before the name as the role, with its organization', () => {
    const text = 'Talks will go on, Trade Department spokesman Daniel Okoye said.'
    expect(
      speaker(text, { words: 'Talks will go on', by: 'Trade Department spokesman Daniel Okoye' }),
    ).toMatchObject({
      kind: 'person',
      name: 'Daniel Okoye',
      organization: 'Trade Department',
      role: { text: 'Trade Department spokesman', former: false },
      attribution: 'named',
      antecedent: null,
    })
  })

  it('reads an appositive after the name as the role', () => {
    const text = '“It is late,” said Hugh Barnes, a former chief of the Harbour Authority, on Monday.'
    expect(
      speaker(text, { words: 'It is late', by: 'Hugh Barnes, a former chief of the Harbour Authority' }),
    ).toMatchObject({
      name: 'Hugh Barnes',
      organization: 'Harbour Authority',
      role: { text: 'former chief of the Harbour Authority', former: true },
    })
  })

  it.each([
    [
      'a clause after the name',
      'Sir Alan Brook, who followed Mary Dunn as leader in July, said: “No.”',
      'Sir Alan Brook, who followed Mary Dunn as leader in July',
      'Alan Brook',
    ],
    [
      'a name in the appositive of its description',
      'The team’s coach, Ali Rahmani, said: “No.”',
      'The team’s coach, Ali Rahmani',
      'Ali Rahmani',
    ],
    [
      'a name past the end of the given words',
      'The team’s coach, Ali Rahmani, said: “No.”',
      'The team’s coach',
      'Ali Rahmani',
    ],
    [
      'an office with a complement before the name',
      'Minister of Fisheries Ana Ruiz said: “No.”',
      'Minister of Fisheries Ana Ruiz',
      'Ana Ruiz',
    ],
    [
      'an organization before the name',
      'The head of the Coal Council Anna Webb said: “No.”',
      'The head of the Coal Council Anna Webb',
      'Anna Webb',
    ],
    [
      'a party and place after the name',
      'Sen. Ruth Cole (D-Ohio) said: “No.”',
      'Sen. Ruth Cole (D-Ohio)',
      'Ruth Cole',
    ],
    ['a reflexive', 'Ruth Cole herself said: “No.”', 'Ruth Cole herself', 'Ruth Cole'],
    [
      'an employer after the name',
      'Ruth Cole of the Evening Post said: “No.”',
      'Ruth Cole of the Evening Post',
      'Ruth Cole',
    ],
    [
      'a nickname in quotation marks',
      'Daniel “The Hammer” Okoye said: “No.”',
      'Daniel “The Hammer” Okoye',
      'Daniel “The Hammer” Okoye',
    ],
    [
      'an appositive given without its name',
      'Ruth Cole, director of the board and chair of the club, said: “No.”',
      'director of the board and chair of the club',
      'Ruth Cole',
    ],
    ['an unlisted name', 'Councillor Xanthe Qvist said: “No.”', 'Councillor Xanthe Qvist', 'Xanthe Qvist'],
  ])('finds the person despite %s', (_what, text, by, name) => {
    expect(speaker(text, { words: 'No', by }).name).toBe(name)
  })

  it.each([
    ['a spokesman for Ruth Cole', 'person'],
    ['aides to Ruth Cole', 'group'],
    ['Ruth Cole’s campaign', 'organization'],
    ['Ruth Cole and Alan Brook', 'group'],
    ['a report by Ruth Cole', 'document'],
  ])('does not resolve %s to the person named in it', (by, kind) => {
    expect(speaker(`“No,” said ${by}.`, { words: 'No', by })).toMatchObject({ name: null, kind })
  })

  it('lists the people whom appositives introduce', () => {
    const text =
      'The minister, Liga Ozolina, came with her Estonian counterpart, Marten Kask. ' +
      'Her brother, Jonas Ruiz, left with the painter Ota Hruby and his deputy, Sefa Tuilagi.'
    expect(people(text).map(({ name }) => name)).toEqual([
      'Liga Ozolina',
      'Marten Kask',
      'Jonas Ruiz',
      'Ota Hruby',
      'Sefa Tuilagi',
    ])
  })

  it('gathers the mentions by surname, title and given name under the full name', () => {
    const text = 'Mr. Okoye spoke first. Okoye left. Then Daniel Okoye came back, and Daniel slept.'
    const [person, ...others] = people(text)
    expect(others).toEqual([])
    expect(person?.name).toBe('Daniel Okoye')
    expect(person?.mentions.map((span) => sliceOf(text, span))).toEqual([
      'Okoye',
      'Okoye',
      'Daniel Okoye',
      'Daniel',
    ])
  })

  it.each([
    ['interior ministry spokesman', 'interior ministry'],
    ['Republican National Committee Chairman', 'Republican National Committee'],
    ['chief executive of the Refugee Council', 'Refugee Council'],
    ['Harbourbank co-founder', 'Harbourbank'],
    ['Secretary of State', null],
    ['State Representative', null],
    ['Ohio governor', null],
  ])('finds the organization of the role %s', (role, organization) => {
    const text = `Then ${role} Ana Ruiz said: “No.”`
    expect(speaker(text, { words: 'No', by: `${role} Ana Ruiz` })).toMatchObject({
      name: 'Ana Ruiz',
      organization,
    })
  })

  it.each(['King', 'Black', 'London', 'Marshall'])(
    'recognizes the surname %s from the full name, even if it is also a word',
    (surname) => {
      const text = `Peter T. ${surname} came late. “Yes,” ${surname} said. ${surname} left.`
      expect(speaker(text, { words: 'Yes', by: surname, nth: 2 }).name).toBe(`Peter T. ${surname}`)
    },
  )

  it('gives the role of the nearest mention with a title at or before the words', () => {
    const text =
      'Deputy Mayor Ana Ruiz arrived. “Yes,” she said. Later she was made mayor. Mayor Ruiz spoke. “No,” Ruiz said.'
    const [first, last] = speakers(text, [
      { words: 'Yes', by: 'she' },
      { words: 'No', by: 'Ruiz', nth: 3 },
    ])
    expect(first?.role?.text).toBe('Deputy Mayor')
    expect(last?.role?.text).toBe('Mayor')
    expect(last?.antecedent && sliceOf(text, last.antecedent)).toBe('Mayor Ruiz')
  })
})

describe('namesakes', () => {
  const text = 'Owen Marsh met the press with Chloe Marsh. “We won,” Marsh said.'

  it('leaves a surname of two people ambiguous', () => {
    expect(speaker(text, { words: 'We won', by: 'Marsh', nth: 3 })).toMatchObject({
      name: null,
      attribution: 'ambiguous',
      candidates: ['Owen Marsh', 'Chloe Marsh'],
    })
  })

  it('lets a courtesy title decide', () => {
    const titled = text.replace('” Marsh', '” Mrs. Marsh')
    expect(speaker(titled, { words: 'We won', by: 'Mrs. Marsh' }).name).toBe('Chloe Marsh')
  })

  it('lets an office decide', () => {
    const titled = 'Owen Marsh met Senator Chloe Marsh. “We won,” Senator Marsh said.'
    expect(speaker(titled, { words: 'We won', by: 'Senator Marsh' }).name).toBe('Chloe Marsh')
  })

  const earlier = 'Owen Marsh spoke. “Yes,” Marsh said. His sister Chloe Marsh listened.'

  it('keeps the meaning of a surname from before a namesake appears', () => {
    const longer = `${earlier} Owen Marsh smiled. “No,” Marsh said.`
    expect(speaker(longer, { words: 'No', by: 'Marsh', nth: 5 }).name).toBe('Owen Marsh')
  })

  it('does not keep it if the namesake was named since', () => {
    const longer = `${earlier} “No,” Marsh said.`
    expect(speaker(longer, { words: 'No', by: 'Marsh', nth: 4 }).attribution).toBe('ambiguous')
  })
})

describe('pronouns', () => {
  it('leaves “he” after two men ambiguous', () => {
    const text = 'Daniel Okoye met Alan Brook on Monday. “It went well,” he said.'
    expect(speaker(text, { words: 'It went well', by: 'he' })).toMatchObject({
      name: null,
      attribution: 'ambiguous',
      candidates: expect.arrayContaining(['Daniel Okoye', 'Alan Brook']),
    })
  })

  it('lets gender decide between a man and a woman', () => {
    const text = 'Daniel Okoye met Ana Ruiz on Monday. “It went well,” she said.'
    const found = speaker(text, { words: 'It went well', by: 'she' })
    expect(found).toMatchObject({ name: 'Ana Ruiz', attribution: 'pronoun' })
    expect(found.antecedent && sliceOf(text, found.antecedent)).toBe('Ana Ruiz')
  })

  it('means the last speaker, and no name inside reported words', () => {
    const text = 'Daniel Okoye said that Alan Brook should go. “He must go,” he said.'
    const [, second] = speakers(text, [
      { words: 'Alan Brook should go', by: 'Daniel Okoye', type: 'indirect' },
      { words: 'He must go', by: 'he' },
    ])
    expect(second?.name).toBe('Daniel Okoye')
  })

  it('means the subject of the sentence before, not the last speaker', () => {
    const text = 'Alan Brook said yes.\nWhen asked again, Daniel Okoye kept calm.\n“We will see,” he said.'
    const [, second] = speakers(text, [
      { words: 'yes', by: 'Alan Brook', type: 'indirect' },
      { words: 'We will see', by: 'he' },
    ])
    expect(second?.name).toBe('Daniel Okoye')
  })

  it('gives no name if no one of that gender is near', () => {
    expect(speaker('Ana Ruiz spoke. “No,” he said.', { words: 'No', by: 'he' })).toMatchObject({
      name: null,
      attribution: 'none',
    })
  })

  it('reads “they” as a group', () => {
    expect(speaker('Ana Ruiz spoke. “No,” they said.', { words: 'No', by: 'they' })).toMatchObject({
      name: null,
      kind: 'group',
    })
  })

  it('resolves “it” to the organization that spoke last', () => {
    const text = 'The ministry said no. It said that yes.'
    const [, second] = speakers(text, [
      { words: 'no', by: 'The ministry', type: 'indirect' },
      { words: 'yes', by: 'It', type: 'indirect' },
    ])
    expect(second).toMatchObject({
      kind: 'organization',
      organization: 'ministry',
      attribution: 'organization',
    })
  })

  it('resolves “I” inside a quotation to its speaker', () => {
    const text = '“I think it rains,” Ana Ruiz said.'
    const [, inner] = speakers(text, [
      { words: 'I think it rains', by: 'Ana Ruiz' },
      { words: 'it rains', by: 'I', type: 'indirect' },
    ])
    expect(inner?.name).toBe('Ana Ruiz')
  })

  it('resolves “who” to the name before it', () => {
    const text = 'Then came Ana Ruiz, who said it rains.'
    expect(speaker(text, { words: 'it rains', by: 'who', type: 'indirect' }).name).toBe('Ana Ruiz')
  })
})

describe('descriptions', () => {
  it.each([
    ['the minister', 'Health Minister Ana Ruiz came.', 'Ana Ruiz'],
    ['the former president', 'Former president Alan Brook came. President Ana Ruiz left.', 'Alan Brook'],
    ['the senator', 'Sen. Ruth Cole came.', 'Ruth Cole'],
    ['the 68-year-old', 'Alan Brook, 68, came.', 'Alan Brook'],
  ])('resolves %s', (by, before, name) => {
    const text = `${before} “No,” ${by} said.`
    const found = speaker(text, { words: 'No', by })
    expect(found.name).toBe(name)
    expect(found.antecedent).not.toBeNull()
  })

  it.each([
    ['the minister', 'Vice President Ana Ruiz came.'],
    ['the president', 'Vice President Ana Ruiz came.'],
    ['a minister', 'Health Minister Ana Ruiz came.'],
    ['Norway’s coach', 'Ali Rahmani, the Iran coach, came.'],
    ['the Ohio senator', 'Texas Senator Ruth Cole came.'],
  ])('does not resolve %s to another person', (by, before) => {
    expect(speaker(`${before} “No,” ${by} said.`, { words: 'No', by })).toMatchObject({
      name: null,
      attribution: 'none',
    })
  })

  it('leaves a description of two people ambiguous', () => {
    const text = 'Senator Ruth Cole met Senator Alan Brook. “No,” the senator said.'
    expect(speaker(text, { words: 'No', by: 'the senator' }).candidates).toHaveLength(2)
  })
})

describe('organizations, groups, documents', () => {
  it.each([
    ['the interior ministry', 'organization', 'interior ministry', 'organization'],
    ['The U.S. Department of Trade', 'organization', 'U.S. Department of Trade', 'organization'],
    ['NATO', 'organization', 'NATO', 'organization'],
    ['Beijing', 'organization', 'Beijing', 'organization'],
    ['the Evening News', 'organization', 'Evening News', 'organization'],
    ['two senators', 'group', null, 'none'],
    ['Home Office officials', 'group', 'Home Office', 'organization'],
    ['sources close to the talks', 'group', null, 'none'],
    ['the report', 'document', null, 'none'],
  ])('%s has its kind and its attribution', (by, kind, organization, attribution) => {
    expect(
      speaker(`It rains, according to ${by}.`, { words: 'It rains', by, type: 'indirect' }),
    ).toMatchObject({
      kind,
      organization,
      attribution,
      name: null,
    })
  })
})

describe('attribution', () => {
  it('marks a speaker that is carried over', () => {
    const text = 'Ana Ruiz was pleased.\n“It rains.”'
    expect(speaker(text, { words: 'It rains', by: 'Ana Ruiz', carriedOver: true }).attribution).toBe(
      'carried-over',
    )
  })

  it('resolves a label in capitals by its surname, but not “Q”', () => {
    const text = 'Daniel Okoye took questions.\nQ: Why?\nOKOYE: Because.'
    const [question, answer] = speakers(text, [
      { words: 'Why?', by: 'Q', cue: 'transcript' },
      { words: 'Because', by: 'OKOYE', cue: 'transcript' },
    ])
    expect(question).toMatchObject({ name: null, attribution: 'none' })
    expect(answer?.name).toBe('Daniel Okoye')
  })
})

describe('known people', () => {
  const official = { id: 'o1', name: 'Daniel Okoye', aliases: ['Dan Okoye'], roles: ['trade minister'] }

  it.each([
    ['Dan Okoye said no.', 'o1'],
    ['Daniel B. Okoye said no.', 'o1'],
    ['Trade Minister Okoye said no.', 'o1'],
    ['Mr. Okoye said no.', null],
    ['Peter Okoye said no.', null],
  ])('%s', (text, id) => {
    expect(people(text, [official])[0]?.knownId).toBe(id)
  })

  it('gives no id if two known people fit', () => {
    expect(
      people('D. Okoye said no.', [official, { ...official, id: 'o2', name: 'Diana Okoye', aliases: [] }])[0]
        ?.knownId,
    ).toBeNull()
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    'Ana',
    'Ruiz',
    'Mr.',
    'Sen.',
    'President',
    'of',
    'the',
    'said',
    'he',
    'who',
    ',',
    '“',
    '”',
    'and',
    "'s",
    '(',
    ')',
    '.',
    'minister',
    '68',
    'al-Said',
    '\n',
    '\u0000',
    '\ud800',
    'é',
  )

  it('gives spans inside the text, a speaker for each finding, and the same answer twice', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (pieces, offsets) => {
          const text = pieces.join(' ')
          const words = wordsIn(text)
          const findings = offsets.map((offset): Finding => {
            const start = Math.min(offset, text.length)
            const span = { start, end: Math.min(text.length, start + 9) }
            return {
              ...finding('a b', { words: 'a', by: 'b' }),
              content: [span],
              quoted: [],
              speaker: { start: 0, end: Math.min(7, text.length) },
            }
          })
          const run = () => resolveSpeakers(words, findings, findPeople(words, []))
          const found = run()
          expect(found).toHaveLength(findings.length)
          expect(run()).toEqual(found)
          for (const { role, antecedent } of found) {
            for (const span of [role?.span, antecedent])
              if (span) expect(contains({ start: 0, end: text.length }, span)).toBe(true)
            if (role) expect(sliceOf(text, role.span)).toBe(role.text)
          }
        },
      ),
    )
  })
})
