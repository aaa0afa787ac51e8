import { expect, it } from 'vitest'
import { provenOffices } from '../../../src/record/statements/offices.ts'

const office = (official: string, organization: string | null, from: string | null, to: string | null) => ({
  official,
  organization,
  title: 'Secrétaire',
  from,
  to,
})

it('gives the days on which an office was certainly held', () => {
  const held = office('ada', 'board', '2023-05', '2024-02')
  expect(provenOffices([held], ['board'])).toEqual([
    {
      official: 'ada',
      office: 'board secrétaire',
      title: 'secretaire',
      isOfOrganization: true,
      first: '2023-05-31',
      last: '2024-02-01',
    },
  ])
  expect(provenOffices([office('ada', 'board', '2023', null)], ['board'])[0]).toMatchObject({ last: null })
})

it.each([
  ['an unknown beginning', null, '2024'],
  ['an uncertain beginning', '2023?', null],
  ['an uncertain end', '2023', '2024~'],
  ['an end that may be at any time', '2023', '../2024'],
  ['an end before the beginning is over', '2023', '2023-06'],
])('leaves out an office with %s', (_, from, to) => {
  expect(provenOffices([office('ada', 'board', from, to)], ['board'])).toEqual([])
})

it('gives the other offices of people with an office in the organization, and no one else’s', () => {
  const offices = [
    office('ada', 'board', '2023', null),
    office('ada', 'trust', '2023', null),
    office('bo', 'trust', '2023', null),
    office('cyd', 'board', '2023?', null),
    office('cyd', 'trust', '2023', null),
  ]
  const found = provenOffices(offices, ['board'])
  expect(found.map(({ official, isOfOrganization }) => [official, isOfOrganization])).toEqual([
    ['ada', true],
    ['ada', false],
  ])
})
