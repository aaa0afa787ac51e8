import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PATIENCE_MS } from '../support/patience.ts'
import { NOW, seededService, type TestService } from '../support/seeded-service.ts'
import { ingestArticles } from './support/articles.ts'
import { launch, openPage, type View } from './support/browser.ts'
import { focusOf } from './support/measure.ts'
import { reviewerKey, signInWith } from './support/session.ts'

let service: TestService
let browser: Browser
let origin: string
let key: string

beforeAll(async () => {
  service = await seededService()
  await ingestArticles(service.database.db, NOW)
  origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await service.close()
})
beforeEach(async () => {
  key = await reviewerKey(service.database.db, NOW)
})

interface ReadStatement {
  readonly id: string
  readonly text: string
  readonly type: string
  readonly status: string
  readonly version: number
  readonly segments: readonly { readonly exact: string }[]
  readonly speaker: { readonly name: string | null; readonly official: { readonly slug: string } | null }
  readonly said: { readonly edtf: string }
}

const json = async <Answer>(path: string): Promise<Answer> =>
  (await (await fetch(origin + path)).json()) as Answer

const statement = (id: string): Promise<ReadStatement> => json(`/v1/statements/${id}`)

/** Finds the first statement that matches a query. */
async function statementWith(query: string): Promise<ReadStatement> {
  const { items } = await json<{ items: ReadStatement[] }>(`/v1/statements?${query}&limit=1`)
  return items[0]!
}

/** Returns the record of all statements, to compare it before and after. */
const record = async (): Promise<unknown> => (await json<{ items: unknown[] }>('/v1/changes?limit=100')).items

/** Runs a check in a browser that signed in. */
async function atDesk(
  view: View,
  check: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { page, context } = await openPage(browser, { ...view, session: await signInWith(origin, key) })
  try {
    await check(page, context)
  } finally {
    await context.close()
  }
}

const idIn = (page: Page): Promise<string> =>
  page
    .locator('.decision')
    .getAttribute('action')
    .then((action) => action!.split('/').at(-2)!)

/** Looks again until an expectation holds, because a script changes the page. */
const until = (look: () => Promise<string>) => expect.poll(look, { timeout: PATIENCE_MS })

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? ''

describe.each([
  { name: 'with a script', script: true, searched: 'kirby', person: 'John Kirby' },
  { name: 'without JavaScript', script: false, searched: 'vedant', person: 'Vedant Patel' },
])("a reviewer's day $name", ({ script, searched, person }) => {
  it('signs in, corrects a speaker, rejects, undoes and signs out', async () => {
    const { page, context } = await openPage(browser, { script })
    await page.goto(`${origin}/desk`)
    await page.getByLabel('Key').fill(key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(page.url()).toBe(`${origin}/desk`)

    const id = await idIn(page)
    await page.getByText('Correct the speaker', { exact: true }).first().click()
    await page.getByLabel('Look for a person').fill(searched)
    await page.getByRole('button', { name: 'Look' }).click()
    await page.getByRole('radio', { name: person }).first().check()
    await page.getByLabel('Role, as the article prints it').fill('spokesman')
    await page.locator('#speaker-reason').fill('The paragraph before names him.')
    await page.getByRole('button', { name: 'Correct the speaker' }).click()
    expect(await textOf(page, '.done')).toContain('Corrected')
    expect(await statement(id)).toMatchObject({
      status: 'machine',
      speaker: { name: person, role: 'spokesman' },
    })

    await page.goto(`${origin}/desk/statements/${id}`)
    await page.getByLabel('Reason (optional').fill('He did not say this.')
    await page.getByRole('button', { name: 'Reject' }).click()
    expect(await statement(id)).toMatchObject({ status: 'rejected' })
    expect(await textOf(page, '.decided li')).toContain('Rejected')

    await page.getByRole('button', { name: /^Undo/ }).first().click()
    expect(await statement(id)).toMatchObject({ status: 'machine', speaker: { name: person } })
    const { items } = await json<{ items: { action: string; actor: string; reason: string }[] }>(
      `/v1/statements/${id}/history`,
    )
    expect(items.slice(0, 3)).toMatchObject([
      { action: 'restored', actor: 'Night desk' },
      { action: 'rejected', actor: 'Night desk', reason: 'He did not say this.' },
      { action: 'corrected', actor: 'Night desk', reason: 'The paragraph before names him.' },
    ])

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${origin}/desk`)
    expect(page.url()).toContain('/desk/sign-in')
    await context.close()
  })

  it('moves the edges of the words by one word, and corrects their kind', async () => {
    const before = await statementWith('q="a good day"&type=direct')
    await atDesk({ script }, async (page) => {
      await page.goto(`${origin}/desk/statements/${before.id}`)
      await page.getByText('Correct the words and their kind').click()
      const press = async (name: string): Promise<void> => {
        const button = page.getByRole('button', { name: `The words: ${name}` })
        const words = await textOf(page, '.steps legend')
        await button.click()
        await until(() => textOf(page, '.steps legend')).not.toBe(words)
      }
      await press('begin one word later')
      await press('begin one word later')
      await press('begin one word earlier')
      await press('end one word earlier')
      const [first] = before.segments
      const expected = first!.exact.replace(/^\S+\s/u, '').replace(/[\s,.]*[\p{L}]+$|[,.]$/u, '')
      expect(await textOf(page, '.steps legend')).toBe(`The words: ${expected}`)
      await page.getByRole('radio', { name: 'paraphrase', exact: true }).check()
      await page.locator('#words-reason').fill('It is not in quotation marks.')
      await page.getByRole('button', { name: 'Correct the words' }).click()
      expect(await textOf(page, '.done')).toContain('Corrected')
      const after = await statement(before.id)
      expect(after.segments.map(({ exact }) => exact)).toEqual([expected])
      expect(after.type).toBe('indirect')
      await page.getByRole('button', { name: /^Undo/ }).first().click()
      expect((await statement(before.id)).segments).toEqual(before.segments)
    })
  })

  it('corrects the date, and says what is wrong with one that is none', async () => {
    const { id } = await statementWith('q=dykes&type=direct')
    await atDesk({ script }, async (page) => {
      await page.goto(`${origin}/desk/statements/${id}`)
      await page.getByText('Correct the date', { exact: true }).first().click()
      await page.getByLabel('Said', { exact: true }).fill('last week')
      await page.locator('#date-reason').fill('As the programme of the meeting has it.')
      await page.getByRole('button', { name: 'Correct the date' }).click()
      expect(await textOf(page, '[role=alert]')).toContain('Write it like 2024-09-05')
      await page.getByText('Correct the date', { exact: true }).first().click()
      await page.getByLabel('Said', { exact: true }).fill('2025-03-10')
      await page.getByLabel('How it is known').selectOption({ label: 'The article prints the date' })
      await page.locator('#date-reason').fill('As the programme of the meeting has it.')
      await page.getByRole('button', { name: 'Correct the date' }).click()
      expect((await statement(id)).said).toMatchObject({ edtf: '2025-03-10', basis: 'stated' })
    })
  })
})

describe('the keyboard', () => {
  it('accepts with a, skips with s, rejects with x and undoes with u', async () => {
    await atDesk({}, async (page) => {
      await page.goto(`${origin}/desk`)
      const first = await idIn(page)
      await page.keyboard.press('a')
      await page.waitForURL(/done=verify/)
      expect(await statement(first)).toMatchObject({ status: 'verified' })
      const second = await idIn(page)
      await page.keyboard.press('s')
      await page.waitForURL(/after=/)
      const third = await idIn(page)
      expect(new Set([first, second, third]).size).toBe(3)
      await page.keyboard.press('x')
      await page.waitForURL(/done=reject/)
      expect(await statement(third)).toMatchObject({ status: 'rejected' })
      await page.keyboard.press('u')
      await page.waitForURL(/done=undo/)
      expect(await statement(third)).toMatchObject({ status: 'machine' })
      expect(await statement(second)).toMatchObject({ status: 'machine' })
    })
  })

  it('types letters into a field, and does nothing after its keys were turned off', async () => {
    await atDesk({}, async (page) => {
      await page.goto(`${origin}/desk`)
      const before = await record()
      await page.getByLabel('Reason (optional').pressSequentially('a fax')
      await page.getByRole('button', { name: 'Keys are on' }).click()
      await page.keyboard.press('a')
      await page.reload()
      await page.keyboard.press('x')
      expect(await textOf(page, '#keys-switch')).toBe('Keys are off')
      expect(await record()).toEqual(before)
    })
  })

  it('reaches every control in order, and shows the focus', async () => {
    await atDesk({}, async (page) => {
      await page.goto(`${origin}/desk`)
      const reached: string[] = []
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate('document.activeElement === document.body')) break
        expect(await focusOf(page)).toMatchObject({ isVisible: true, isCovered: false, outline: 'solid 3px' })
        reached.push(await page.evaluate<string>('document.activeElement.textContent.trim()'))
      }
      for (const name of ['Queue', 'Sign out', 'Correct the speaker', 'Correct the date'])
        expect(reached).toContain(name)
    })
  })

  it('keeps the focus on the button that moves an edge, and says the new words', async () => {
    const { id } = await statementWith('q=dykes&type=direct')
    await atDesk({}, async (page) => {
      await page.goto(`${origin}/desk/statements/${id}`)
      await page.getByText('Correct the words and their kind').click()
      const button = page.getByRole('button', { name: 'The words: begin one word later' })
      await button.focus()
      await page.keyboard.press('Enter')
      await until(() => textOf(page, '#announced')).not.toBe('')
      expect(await page.evaluate('document.activeElement.value')).toBe('0:start:on')
      expect(await textOf(page, '.steps legend')).toContain(await textOf(page, '#announced'))
      expect(page.url()).toBe(`${origin}/desk/statements/${id}`)
    })
  })
})

describe('selecting words', () => {
  it('takes exactly the selected characters, with emoji and combining marks before them', async () => {
    const { id } = await statementWith('q="number"&publisher=Delta+Daily')
    await atDesk({}, async (page) => {
      await page.goto(`${origin}/desk/statements/${id}`)
      await page.getByText('Correct the words and their kind').click()
      await page.evaluate(`(() => {
        const passage = document.querySelector('.pick')
        const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf('and the date')
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 'and the date'.length)
          getSelection().removeAllRanges()
          getSelection().addRange(range)
        }
      })()`)
      await page.getByRole('button', { name: 'Use the selected words' }).click()
      await until(() => textOf(page, '.steps legend')).toBe('The words: and the date')
      await page.locator('#words-reason').fill('Only this was said.')
      await page.getByRole('button', { name: 'Correct the words' }).click()
      await page.waitForURL(/done=correct/)
      expect((await statement(id)).segments.map(({ exact }) => exact)).toEqual(['and the date'])
    })
  })
})

describe('two reviewers', () => {
  it('do not overwrite each other: the second sees what changed, and decides again', async () => {
    const { id } = await statementWith('q=buses')
    await atDesk({}, async (page, context) => {
      await page.goto(`${origin}/desk/statements/${id}`)
      const other = await context.newPage()
      await other.goto(`${origin}/desk/statements/${id}`)
      await other.getByLabel('Reason (optional').fill('Heard it on the radio.')
      await other.getByRole('button', { name: 'Accept' }).click()
      await other.waitForURL(/done=verify/)

      await page.getByLabel('Reason (optional').fill('I do not find it.')
      await page.getByRole('button', { name: 'Reject' }).click()
      expect(await textOf(page, 'h1')).toBe('Someone was faster')
      expect(await textOf(page, '.history')).toContain('Heard it on the radio.')
      expect(await textOf(page, '.history dl')).toMatch(/status.*machine.*verified/s)
      expect(await textOf(page, '.beside')).toContain('I do not find it.')
      expect(await statement(id)).toMatchObject({ status: 'verified' })

      await page.getByRole('button', { name: 'Make my change all the same' }).click()
      await page.waitForURL(/done=reject/)
      expect(await statement(id)).toMatchObject({ status: 'rejected' })
    })
  })
})

describe('a stranger', () => {
  it('sees and changes nothing', async () => {
    const { id, version } = await statementWith('q=ferry&status=machine')
    const before = await record()
    const { page, context } = await openPage(browser)
    for (const path of ['/desk', `/desk/statements/${id}`]) {
      await page.goto(origin + path)
      expect(page.url()).toContain('/desk/sign-in')
    }
    await page.evaluate(`{
      const form = document.createElement('form')
      form.method = 'post'
      form.action = '/desk/statements/${id}/decide'
      form.innerHTML = '<input name="decision" value="reject"><input name="version" value="${version}">'
      document.body.append(form)
      form.submit()
    }`)
    await page.waitForURL(/decide$/)
    expect(await textOf(page, '[role=alert]')).toContain('Nothing was changed')
    expect(await record()).toEqual(before)
    await context.close()
  })
})

describe('a forged form', () => {
  let elsewhere: Server
  let page: (fields: Record<string, string>, action: string) => Promise<string>
  beforeAll(async () => {
    let shown = ''
    elsewhere = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end(shown),
    )
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    page = async (fields, action) => {
      const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`)
      shown = `<form method="post" action="${action}">${inputs.join('')}<button>Win a prize</button></form>`
      return `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
    }
  })
  afterAll(() => new Promise((resolve) => elsewhere.close(resolve)))

  it('of another origin changes nothing, even if the browser sends the cookie with it', async () => {
    const { id, version } = await statementWith('q=ferry&status=machine')
    await atDesk({}, async (tab) => {
      await tab.goto(`${origin}/desk`)
      const form = await tab.locator('input[name=form]').first().inputValue()
      const before = await record()
      const fields = { decision: 'reject', version: String(version), form }
      await tab.goto(await page(fields, `${origin}/desk/statements/${id}/decide`))
      await tab.getByRole('button', { name: 'Win a prize' }).click()
      expect(await textOf(tab, '.detail')).toContain('Nothing was changed')
      expect(await record()).toEqual(before)
    })
  })
})
