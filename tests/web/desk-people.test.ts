import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOW } from '../support/seeded-service.ts'
import { ingestArticles } from './support/articles.ts'
import type { View } from './support/browser.ts'
import { reviewerKey, signInWith } from './support/session.ts'
import { expectToSuitEveryReader, startWebTest, textOf, type WebTest } from './support/web-test.ts'

let web: WebTest
let session: View['session']

beforeAll(async () => {
  web = await startWebTest({}, ({ database }) => ingestArticles(database.db, NOW))
  session = await signInWith(web.origin, await reviewerKey(web.service.database.db, NOW))
})
afterAll(() => web?.close())

interface ReadPerson {
  readonly slug: string
  readonly version: number
  readonly statements: { readonly count: number }
}

const person = (slug: string): Promise<ReadPerson> => web.json(`/v1/officials/${slug}`)
const counted = async (slug: string): Promise<number> => (await person(slug)).statements.count

const redirectOf = async (path: string): Promise<string | null> =>
  (await fetch(web.origin + path, { redirect: 'manual' })).headers.get('location')

/** Opens the page of a record that a reviewer looks for by its name. */
const atRecord = (name: string, view: View, check: (page: Page) => Promise<void>): Promise<void> =>
  web.on('/desk/people', { session, ...view }, async (page) => {
    await page.getByLabel('Name of a person or an organization').fill(name)
    await page.getByRole('button', { name: 'Find' }).click()
    await page.locator('.rows').getByRole('link', { name }).first().click()
    await check(page)
  })

describe.each([
  { name: 'with a script', script: true, spoken: 'winter', other: 'Alma Brandt', slug: 'alma-brandt' },
  { name: 'without JavaScript', script: false, spoken: 'quay', other: 'Anna Brandt', slug: 'anna-brandt' },
])('a person who is two people, $name', ({ script, spoken, other, slug }) => {
  it('is split: what is ticked moves to a new person, and an undo returns it', async () => {
    const before = await counted('ada-brandt')
    await atRecord('Ada Brandt', { script }, async (page) => {
      await page.getByLabel('Only statements with these words').fill(spoken)
      await page.getByRole('button', { name: 'Find' }).click()
      const box = page.getByRole('checkbox', { name: new RegExp(spoken) }).first()
      await box.check()
      await page.getByLabel('Name of the other person').fill(other)
      await page.getByRole('button', { name: 'Look who it may be' }).click()
      expect(await box.isChecked()).toBe(true)
      expect(await counted('ada-brandt')).toBe(before)

      await page.getByRole('radio', { name: `Someone who is not on record yet: ${other}` }).check()
      await page.locator('#split-reason').fill('Her sister said this.')
      await page.getByRole('button', { name: 'Move what is ticked' }).click()
      await page.waitForURL(/done=split/)
      expect(await counted('ada-brandt')).toBe(before - 1)
      expect(await counted(slug)).toBe(1)
      expect(await textOf(page, '.history')).toContain('Her sister said this.')

      await page.getByRole('link', { name: 'The other person, with what moved' }).click()
      expect(await textOf(page, 'h1')).toBe(other)
      await page.goBack()
      await page.getByRole('button', { name: 'Undo the last change' }).click()
      await page.waitForURL(/done=undo/)
      expect(await counted('ada-brandt')).toBe(before)
      expect(await redirectOf(`/v1/officials/${slug}`)).toBe('/v1/officials/ada-brandt')
    })
  })
})

describe('a person', () => {
  it('gets statements of another who is on record', async () => {
    const before = await counted('olu-adeyemi')
    await atRecord('Ada Brandt', { script: false }, async (page) => {
      await page.getByRole('checkbox', { name: /door is open/ }).check()
      await page.getByLabel('Name of the other person').fill('adeyemi')
      await page.getByRole('button', { name: 'Look who it may be' }).click()
      await page.getByRole('radio', { name: /Olu Adeyemi/ }).check()
      await page.locator('#split-reason').fill('The minister said this.')
      await page.getByRole('button', { name: 'Move what is ticked' }).click()
      await page.waitForURL(/done=split/)
      expect(await counted('olu-adeyemi')).toBe(before + 1)
    })
  })

  it('keeps everything if nothing is ticked, and the form keeps what was written', async () => {
    const before = await person('ada-brandt')
    await atRecord('Ada Brandt', { script: false }, async (page) => {
      await page.getByLabel('Name of the other person').fill('adeyemi')
      await page.getByRole('button', { name: 'Look who it may be' }).click()
      await page.getByRole('radio', { name: /Olu Adeyemi/ }).check()
      await page.locator('#split-reason').fill('The minister said this.')
      await page.getByRole('button', { name: 'Move what is ticked' }).click()
      expect(await textOf(page, '[role=alert]')).toContain('Tick the statements')
      expect(await page.locator('#split-reason').inputValue()).toBe('The minister said this.')
      expect(await page.getByRole('radio', { name: /Olu Adeyemi/ }).isChecked()).toBe(true)
    })
    expect(await person('ada-brandt')).toEqual(before)
  })

  it('is merged into another by name, and an undo parts them again', async () => {
    await atRecord('Lars Nyström', { script: false }, async (page) => {
      await page.getByLabel('Name of the record that stays').fill('Szabó')
      await page.getByRole('button', { name: 'Look for it' }).click()
      await page.getByRole('radio', { name: /Márta Szabó/ }).check()
      await page.locator('#merge-reason').fill('One person under two names.')
      await page.getByRole('button', { name: 'Merge into it' }).click()
      await page.waitForURL(/done=merge/)
      expect(await redirectOf('/v1/officials/lars-nystrom')).toMatch(/szabo$/)
      await page.getByRole('button', { name: 'Undo the last change' }).click()
      expect(await person('lars-nystrom')).toMatchObject({ name: 'Lars Nyström' })
    })
  })

  it('is not changed by a reviewer who has not seen the latest change, and the page says who made it', async () => {
    const before = await counted('rana-haddad')
    await atRecord('Rana Haddad', {}, async (page) => {
      const other = await page.context().newPage()
      await other.goto(page.url())
      for (const tab of [other, page]) {
        await tab.getByRole('group', { name: 'Statements' }).getByRole('checkbox').first().check()
        await tab.getByLabel('Name of the other person').fill('Rami Haddad')
        await tab.getByRole('button', { name: 'Look who it may be' }).click()
      }
      for (const tab of [other, page]) {
        await tab.getByRole('radio', { name: 'Someone who is not on record yet' }).check()
        await tab.locator('#split-reason').fill('His cousin said this.')
        await tab.getByRole('button', { name: 'Move what is ticked' }).click()
      }
      expect(await textOf(page, '[role=alert]')).toContain('split by Night desk after you opened the page')
      expect(await counted('rana-haddad')).toBe(before - 1)
    })
  })

  it('has a page that suits every reader', async () => {
    await expectToSuitEveryReader(web, '/desk/officials/ada-brandt', session, async (page) => {
      await page.getByLabel('Name of the other person').fill('Brandt')
      await page.getByRole('button', { name: 'Look who it may be' }).click()
      await page.getByText('Who is it?').waitFor()
    })
  })
})

describe('an organization', () => {
  it('is merged into another, with a reason, and an undo parts them again', async () => {
    await atRecord('White House', { script: false }, async (page) => {
      await page.getByLabel('Name of the record that stays').fill('no such office')
      await page.getByRole('button', { name: 'Look for it' }).click()
      expect(await textOf(page, '[role=status]')).toBe('No other organization on record is called that.')
      await page.getByLabel('Name of the record that stays').fill('State Department')
      await page.getByRole('button', { name: 'Look for it' }).click()
      await page
        .getByRole('radio', { name: /State Department/ })
        .first()
        .check()
      await page.locator('#merge-reason').fill('One government.')
      await page.getByRole('button', { name: 'Merge into it' }).click()
      await page.waitForURL(/done=merge/)
      expect(await redirectOf('/v1/organizations/white-house')).toBe('/v1/organizations/state-department')
      expect(await textOf(page, '.history')).toContain('One government.')
      await page.goto(`${web.origin}/desk/organizations/white-house`)
      expect(new URL(page.url()).pathname).toBe('/desk/organizations/state-department')
      await page.getByRole('button', { name: 'Undo the last change' }).click()
      await page.waitForURL(/done=undo/)
      expect(await web.json('/v1/organizations/white-house')).toMatchObject({ name: 'White House' })
    })
  })

  it('has a page that suits every reader', () =>
    expectToSuitEveryReader(web, '/desk/organizations/white-house', session))
})

describe('a stranger', () => {
  it('sees no page of a record, and a form without the secret of the session changes nothing', async () => {
    const { version } = await person('ada-brandt')
    const before = await web.json('/v1/changes?limit=100')
    for (const path of ['/desk/officials/ada-brandt', '/desk/organizations/white-house']) {
      const answer = await fetch(web.origin + path, { redirect: 'manual', headers: { accept: 'text/html' } })
      expect(answer.headers.get('location')).toContain('/desk/sign-in')
    }
    const cookie = `${session!.name}=${session!.value}`
    for (const headers of [
      { origin: web.origin },
      { origin: web.origin, cookie },
      { origin: 'http://127.0.0.1:9', cookie },
    ]) {
      const answer = await fetch(`${web.origin}/desk/officials/ada-brandt/merge`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          version: String(version),
          who: 'x',
          into: 'olu-adeyemi',
          reason: 'A joke.',
        }),
      })
      expect([401, 403]).toContain(answer.status)
    }
    expect(await web.json('/v1/changes?limit=100')).toEqual(before)
  })
})
