import { describe, expect, it } from 'vitest'
import { contactUrl, reportUrl } from '../../../src/pages/parts/contact.ts'

const STATEMENT = 'https://quotes.example/v1/statements/01932c07-0000-7000-8000-000000000000'

describe('the link with which a reader reports an error', () => {
  it('leads to the page about the service if the operator names no contact', () => {
    expect([reportUrl(null, STATEMENT), contactUrl(null)]).toEqual(['/about#correct', null])
  })

  it('opens the form of the operator with the address of the statement', () => {
    const form = 'https://paper.example/corrections?about={statement}&from=record'
    expect(new URL(reportUrl(form, STATEMENT)).searchParams.get('about')).toBe(STATEMENT)
    expect(contactUrl(form)).toBe('https://paper.example/corrections?about=&from=record')
  })

  it('opens a message in which the statement is named and the rest is asked', () => {
    const url = new URL(reportUrl('desk@paper.example', STATEMENT))
    expect(url.protocol + url.pathname).toBe('mailto:desk@paper.example')
    expect(url.searchParams.get('body')).toContain(`The statement: ${STATEMENT}`)
    expect(contactUrl('desk@paper.example')).toBe('mailto:desk@paper.example')
  })
})
