import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOW } from '../support/seeded-service.ts'
import { ingestArticles } from './support/articles.ts'
import type { View } from './support/browser.ts'
import { ingestShort } from './support/namesakes.ts'
import { reviewerKey, signInWith } from './support/session.ts'
import { expectToSuitEveryReader, startWebTest, textOf, type WebTest } from './support/web-test.ts'

let web: WebTest
let session: View['session']

beforeAll(async () => {
  web = await startWebTest({}, ({ database }) => ingestArticles(database.db, NOW))
  session = await signInWith(web.origin, await reviewerKey(web.service.database.db, NOW))
})
afterAll(() => web?.close())

interface ReadStatement {
  readonly id: string
  readonly text: string
  readonly status: string
  readonly sightings: number
}

const statement = (id: string): Promise<ReadStatement> => web.json(`/v1/statements/${id}`)

async function statementWith(query: string): Promise<ReadStatement> {
  const { items } = await web.json<{ items: ReadStatement[] }>(`/v1/statements?${query}&limit=1`)
  return items[0]!
}

const latestChange = async (id: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${web.origin}/v1/statements/${id}/history?limit=1`, { headers })
  return ((await answer.json()) as { items: object[] }).items[0]
}

/** Sends the form in an open part of the page. */
async function send(page: Page, part: string, reason: string, button: string, nth = 0): Promise<void> {
  const form = page.locator(`#${part}`)
  await form.getByLabel('Reason', { exact: true }).nth(nth).fill(reason)
  await form.getByRole('button', { name: button }).click()
}

describe.each([
  { name: 'with a script', script: true, words: 'q=dykes&type=direct' },
  { name: 'without JavaScript', script: false, words: 'q=buses&type=indirect' },
])('a reviewer $name', ({ script, words }) => {
  it('disputes a statement, retracts it, and puts it back', async () => {
    const { id } = await statementWith(words)
    await web.on(`/desk/statements/${id}`, { session, script }, async (page) => {
      await page.getByText('Dispute or retract it').click()
      await send(page, 'doubt', 'The recording has other words.', 'Dispute it')
      await page.waitForURL(/done=dispute/)
      expect(await statement(id)).toMatchObject({ status: 'disputed' })
      expect(await latestChange(id)).toMatchObject({ reason: 'The recording has other words.' })

      await page.getByText('Dispute or retract it').click()
      expect(await page.getByRole('button', { name: 'Dispute it' }).count()).toBe(0)
      const shown = await statement(id)
      await send(page, 'doubt', 'She never said it.', 'Retract it')
      await page.waitForURL(/done=retract/)
      expect(await statement(id)).toMatchObject({ status: 410, code: 'gone' })
      expect(await textOf(page, 'h1')).toBe('This statement was retracted')
      expect(await textOf(page, '.lead')).toContain('Night desk: She never said it.')
      expect(await textOf(page, '.record')).toContain(shown.text)

      await page.getByLabel('Reason', { exact: true }).fill('The archive has it after all.')
      await page.getByRole('button', { name: 'Put it back' }).click()
      await page.waitForURL(/done=restore/)
      expect(await statement(id)).toMatchObject({ status: 'disputed', text: shown.text })
    })
  })
})

describe('a retraction', () => {
  it('stands among the last decisions, and is undone there', async () => {
    const { id } = await statementWith('q="a good day"')
    await web.on(`/desk/statements/${id}?next=/desk`, { session, script: false }, async (page) => {
      await page.getByText('Dispute or retract it').click()
      await send(page, 'doubt', 'It was a joke.', 'Retract it')
      await page.waitForURL(/\/desk\?done=retract/)
      expect(await textOf(page, '.decided li')).toContain('Retracted')
      await page.getByRole('button', { name: /^Undo/ }).first().click()
      expect(await statement(id)).toMatchObject({ status: 'machine' })
    })
  })

  it('needs a reason', async () => {
    const { id } = await statementWith('q=timetable')
    await web.on(`/desk/statements/${id}`, { session }, async (page) => {
      await page.getByText('Dispute or retract it').click()
      await page.evaluate(`document.querySelector('#doubt-reason').required = false`)
      await page.getByRole('button', { name: 'Retract it' }).click()
      expect(await textOf(page, '[role=alert]')).toContain('Give a reason')
      expect(await statement(id)).toMatchObject({ status: 'machine' })
    })
  })

  it('has a page that suits every reader', async () => {
    const { id } = await statementWith('q=engine')
    await web.on(`/desk/statements/${id}`, { session }, async (page) => {
      await page.getByText('Dispute or retract it').click()
      await send(page, 'doubt', 'It was a joke.', 'Retract it')
      await page.waitForURL(/done=retract/)
    })
    await expectToSuitEveryReader(web, `/desk/statements/${id}`, session)
  })

  it('shows nothing of a statement whose article was withdrawn', async () => {
    const { db } = web.service.database
    const article = await ingestShort(db, NOW, 'Otters', '“The otters are back,” said Ada Brandt.')
    const { id } = await statementWith('q=otters')
    const retract = async (page: Page): Promise<void> => {
      await page.getByText('Dispute or retract it').click()
      await send(page, 'doubt', 'They were mink.', 'Retract it')
      await page.waitForURL(/done=retract/)
      await page.goto(`${web.origin}/desk/articles/${article}`)
      await page.locator('#withdraw-reason').fill('The publisher withdrew it.')
      await page.getByRole('button', { name: 'Withdraw the article' }).click()
    }
    await web.on(`/desk/statements/${id}`, { session }, retract)
    await web.on(`/desk/statements/${id}`, { session }, async (page) => {
      expect(await textOf(page, 'h1')).toBe('This is no longer shown')
      expect(await textOf(page, 'main')).not.toContain('otters are back')
    })
  })
})

describe('reports of the same words', () => {
  it('are joined by the address of the other statement, and parted, each with an undo', async () => {
    const { db } = web.service.database
    await ingestShort(db, NOW, 'Herons', '“The herons left in May,” said Ada Brandt.')
    await ingestShort(db, NOW, 'Storks', '“We lost the storks too,” said Ada Brandt.')
    const [one, other] = [await statementWith('q=herons'), await statementWith('q=storks')]
    await web.on(`/desk/statements/${one.id}`, { session, script: false }, async (page) => {
      const open = () => page.getByText('Join or part reports of these words').click()
      await open()
      await page.getByLabel('Address of another statement').fill('the one about storks')
      await send(page, 'reports', 'One speech.', 'Join them')
      expect(await textOf(page, '[role=alert]')).toContain('Name the other statement by its address')

      await open()
      await page.getByLabel('Address of another statement').fill(`${web.origin}/statements/${other.id}`)
      await send(page, 'reports', 'One speech.', 'Join them')
      await page.waitForURL(/done=join/)
      expect(await statement(other.id)).toMatchObject({ sightings: 2 })
      expect(await latestChange(one.id)).toMatchObject({ action: 'joined', reason: 'One speech.' })

      await page.getByRole('button', { name: /^Undo/ }).first().click()
      expect(await statement(other.id)).toMatchObject({ sightings: 1 })

      await open()
      await page.getByLabel('Address of another statement').fill(other.id)
      await send(page, 'reports', 'One speech.', 'Join them')
      await open()
      await page.getByRole('radio', { name: /storks/ }).check()
      await send(page, 'reports', 'Two speeches.', 'Part them')
      await page.waitForURL(/done=part/)
      expect(await statement(one.id)).toMatchObject({ sightings: 1 })
      expect(await latestChange(one.id)).toMatchObject({ action: 'parted', reason: 'Two speeches.' })
    })
    await expectToSuitEveryReader(web, `/desk/statements/${one.id}`, session, (page) =>
      page.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`),
    )
  })
})
