import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import { openQueue, type Queue } from '../../src/database/queue.ts'
import { articleReaderHere } from '../../src/features/articles/ingestion/domain.ts'
import { startWorker, type Worker } from '../../src/features/articles/workers/domain.ts'
import { silent } from '../support/database.ts'
import { PATIENCE_MS } from '../support/patience.ts'
import { NOW } from '../support/seeded-service.ts'
import type { View } from './support/browser.ts'
import { ingestNamesakes, ingestShort } from './support/namesakes.ts'
import { reviewerKey, signInWith } from './support/session.ts'
import { countOf, expectToSuitEveryReader, startWebTest, textOf, type WebTest } from './support/web-test.ts'

let web: WebTest
let session: View['session']

beforeAll(async () => {
  web = await startWebTest()
  session = await signInWith(web.origin, await reviewerKey(web.service.database.db, NOW))
})
afterAll(() => web?.close())

/** Puts an article on record. Returns its id. */
const record = (title: string, text: string): Promise<string> =>
  ingestShort(web.service.database.db, NOW, title, text)

const statusOf = async (path: string): Promise<number> => (await fetch(web.origin + path)).status

/** Runs a check in a browser that signed in, without JavaScript unless asked for it. */
const atDesk = (path: string, check: (page: Page) => Promise<void>, script = false): Promise<void> =>
  web.on(path, { session, script }, check)

const suitsEveryReader = (path: string, prepare?: (page: Page) => Promise<unknown>): Promise<void> =>
  expectToSuitEveryReader(web, path, session, prepare)

describe('who is who', () => {
  beforeAll(() => ingestNamesakes(web.service.database.db, NOW))

  it('suits every reader', () => suitsEveryReader('/desk/people'))

  it('decides whom a name means, with a reason', async () => {
    await atDesk('/desk/people', async (page) => {
      const item = page.locator('.case', { hasText: 'Weir' })
      await item.getByRole('radio', { name: /mayor/ }).check()
      await item.getByLabel('Reason').fill('The mayor inspects the weir.')
      await item.getByRole('button', { name: 'Decide' }).click()
      expect(await textOf(page, '.done')).toContain('Decided')
      expect(await textOf(page, 'main')).toContain('No name waits for a decision')
    })
    const { items } = await web.json<{ items: { speaker: { official: { slug: string } } }[] }>(
      '/v1/statements?q="weir holds"',
    )
    expect(items[0]!.speaker.official.slug).toBe('john-smith')
  })

  it('merges two records that are one person, and undoes it', async () => {
    await atDesk('/desk/people', async (page) => {
      const pair = page.locator('.case', { hasText: 'Which record stays?' }).first()
      expect(await pair.textContent()).toContain('midfielder')
      await pair.getByLabel('Reason').fill('He plays on Sundays.')
      await pair.getByRole('button', { name: 'Merge the two' }).click()
      expect(await textOf(page, '.done')).toContain('Merged')
      const merged = await fetch(`${web.origin}/v1/officials/john-smith-2`, { redirect: 'manual' })
      expect(merged.headers.get('location')).toBe('/v1/officials/john-smith')
      await page.getByRole('button', { name: 'Undo the merge' }).click()
      expect(await textOf(page, '.done')).toContain('Undone')
      expect(await statusOf('/v1/officials/john-smith-2')).toBe(200)
    })
  })

  it('merges nothing if another reviewer changed the record meanwhile, and says who', async () => {
    await atDesk('/desk/people', async (page) => {
      const other = await page.context().newPage()
      for (const tab of [other, page]) {
        if (tab === other) await tab.goto(`${web.origin}/desk/people`)
        const pair = tab.locator('.case', { hasText: 'Which record stays?' }).first()
        await pair.getByLabel('Reason').fill('He plays on Sundays.')
        await pair.getByRole('button', { name: 'Merge the two' }).click()
        if (tab === other) await tab.getByRole('button', { name: 'Undo the merge' }).click()
      }
      expect(await textOf(page, '[role=alert]')).toContain('by Night desk after you opened the page')
      expect(await statusOf('/v1/officials/john-smith-2')).toBe(200)
    })
  })
})

describe('an article', () => {
  it('is found, corrected and put back', async () => {
    const id = await record('Swans on the canal', '“They nest here,” said Ada Brandt on Tuesday.')
    await atDesk('/desk/articles', async (page) => {
      await page.getByLabel('Words of the title or the text').fill('swans')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('link', { name: 'Swans on the canal', exact: true }).click()
      await page.getByLabel('Title').fill('Swans return to the canal')
      await page.getByLabel('Published').fill('2025-03-19')
      await page.locator('#correct-reason').fill('As printed.')
      await page.getByRole('button', { name: 'Correct the article' }).click()
      expect(await textOf(page, '.done')).toBe('Corrected.')
      const article = await web.json<object>(`/v1/articles/${id}`)
      expect(article).toMatchObject({ title: 'Swans return to the canal', published: { edtf: '2025-03-19' } })
      await page.getByRole('button', { name: 'Undo the last correction' }).click()
      expect(await web.json(`/v1/articles/${id}`)).toMatchObject({ title: 'Swans on the canal' })
    })
  })

  it('keeps what was typed if a field is wrong', async () => {
    const id = await record('Geese', '“They fly,” said Ada Brandt.')
    await atDesk(`/desk/articles/${id}`, async (page) => {
      await page.getByLabel('Title').fill('Geese fly')
      await page.getByLabel('Published').fill('soon')
      await page.locator('#correct-reason').fill('As printed.')
      await page.getByRole('button', { name: 'Correct the article' }).click()
      expect(await textOf(page, '[role=alert]')).toContain('Must be an EDTF date')
      expect(await page.getByLabel('Title').inputValue()).toBe('Geese fly')
    })
    expect(await web.json(`/v1/articles/${id}`)).toMatchObject({ title: 'Geese', version: 1 })
  })

  it('is withdrawn with its statements, and shown again', async () => {
    const id = await record('Ducks', '“The ducks stay,” said Ada Brandt.')
    await atDesk(`/desk/articles/${id}`, async (page) => {
      await page.locator('#withdraw-reason').fill('The publisher withdrew it.')
      await page.getByRole('button', { name: 'Withdraw the article' }).click()
      expect(await textOf(page, 'h1')).toBe('This article is not shown')
      expect(await statusOf(`/v1/articles/${id}`)).toBe(410)
      await page.getByLabel('Reason').fill('It was a mistake.')
      await page.getByRole('button', { name: 'Show it again' }).click()
      expect(await textOf(page, 'h1')).toBe('Ducks')
      expect(await statusOf(`/v1/articles/${id}`)).toBe(200)
    })
  })

  it('is not overwritten: the second reviewer sees what the first one changed', async () => {
    const id = await record('Herons', '“A heron,” said Ada Brandt.')
    await atDesk(`/desk/articles/${id}`, async (page) => {
      const other = await page.context().newPage()
      await other.goto(`${web.origin}/desk/articles/${id}`)
      await other.getByLabel('Byline').fill('Bo Lind')
      await other.locator('#correct-reason').fill('Printed at the end.')
      await other.getByRole('button', { name: 'Correct the article' }).click()
      await page.getByLabel('Title').fill('A heron')
      await page.locator('#correct-reason').fill('As printed.')
      await page.getByRole('button', { name: 'Correct the article' }).click()
      expect(await textOf(page, 'h1')).toBe('Someone was faster')
      expect(await textOf(page, '.history')).toContain('Bo Lind')
      expect(await web.json(`/v1/articles/${id}`)).toMatchObject({ title: 'Herons', byline: 'Bo Lind' })
    })
  })

  it('shows the changes of others to every reader', async () => {
    const id = await record('Egrets', '“An egret,” said Ada Brandt.')
    await suitsEveryReader(`/desk/articles/${id}`, async (page) => {
      await page.evaluate(
        `for (const field of document.querySelectorAll('input[name=version]')) field.value = '0'`,
      )
      await page.getByLabel('Title').fill('An egret')
      await page.locator('#correct-reason').fill('As printed.')
      await page.getByRole('button', { name: 'Correct the article' }).click()
      expect(await textOf(page, 'h1')).toBe('Someone was faster')
    })
  })
})

describe('new articles', () => {
  let queue: Queue
  let worker: Worker
  beforeAll(async () => {
    const { database } = web.service
    queue = await openQueue(database.url, 5, silent)
    worker = startWorker({
      ...{ db: database.db, queue, now: () => NOW, log: silent, reader: articleReaderHere, workerSeconds: 5 },
      pauseMs: 20,
      zones: new Map(),
      retries: { limit: 0, delaySeconds: 1 },
      fetchDocument: async (url) => {
        if (url.endsWith('/missing')) throw new DomainError('fetch_failed', 'The publisher answered 404.')
        const bytes = Buffer.from(
          `<title>Otters</title><article><p>“Otters are back,” said Ada Brandt, the harbour master. The river had none for years, and the first was seen in spring near the old mill.</p></article>`,
        )
        return { url, mediaType: 'text/html', charset: 'utf-8', bytes }
      },
    })
  })
  afterAll(async () => {
    await worker.stop()
    await queue.close()
  })

  /** Loads the page of a job until it is done. */
  async function untilDone(page: Page): Promise<void> {
    await expect
      .poll(
        async () => {
          await page.reload()
          return textOf(page, '.progress-line')
        },
        { timeout: PATIENCE_MS },
      )
      .toContain('done')
  }

  it('come from addresses, and the page says what became of each', async () => {
    await atDesk('/desk/ingest', async (page) => {
      await page
        .getByLabel('Addresses of articles')
        .fill('https://a.example/otters\nhttps://a.example/missing\nftp://a')
      await page.getByRole('button', { name: 'Fetch and read' }).click()
      expect(await textOf(page, 'h1')).toBe('3 articles')
      await untilDone(page)
      const rows = await page.locator('.items li').allTextContents()
      expect(rows[0]).toContain('Otters')
      expect(rows[0]).toMatch(/1 new statement[\s\S]*new$/)
      expect(rows[1]).toContain('The publisher answered 404.')
      expect(rows[2]).toContain('Must be a URL that starts with http:// or https://')
      await page.getByRole('link', { name: 'Only those that failed' }).click()
      expect(await countOf(page, '.items li')).toBe(2)
      const { pathname } = new URL(page.url())
      await suitsEveryReader(pathname)
    })
  })

  it('are read from a pasted text, with a progress that a script shows', async () => {
    await atDesk(
      '/desk/ingest',
      async (page) => {
        await page
          .getByLabel('The text, exactly')
          .fill('“The beavers build,” said Ada Brandt, the harbour master.')
        await page.getByLabel('Title').fill('Beavers')
        await page.locator('#published').fill('2025-05-05')
        await page.getByRole('button', { name: 'Read the text' }).click()
        await page.locator('.progress-line', { hasText: 'done' }).waitFor()
        await page.getByRole('link', { name: 'Review them' }).click()
        expect(await textOf(page, '.utterance')).toContain('The beavers build')
      },
      true,
    )
  })

  it('are read from files: a text, a page, and lines of JSON', async () => {
    await atDesk('/desk/ingest', async (page) => {
      await page.getByLabel('Texts (.txt)').setInputFiles([
        {
          name: 'voles.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('“Voles dig,” said Ada Brandt.\r\n'),
        },
        {
          name: 'mink.html',
          mimeType: 'text/html',
          buffer: Buffer.from('<p>“Mink swim,” said Ada Brandt.</p>'),
        },
        {
          name: 'more.ndjson',
          mimeType: 'application/x-ndjson',
          buffer: Buffer.from(
            `${JSON.stringify({ text: '“Bats sleep,” said Ada Brandt.' })}\n\n${JSON.stringify({ text: '“Owls hunt,” said Ada Brandt.' })}`,
          ),
        },
      ])
      await page.locator('#files-publisher').fill('Nature Notes')
      await page.getByRole('button', { name: 'Send and read' }).click()
      expect(await textOf(page, 'h1')).toBe('4 articles')
      await untilDone(page)
      expect(await textOf(page, '.items')).not.toContain('failed')
    })
    const { items } = await web.json<{ items: { title: null; publisher: string | null }[] }>(
      '/v1/articles?q=said&publisher=Nature+Notes',
    )
    expect(items).toHaveLength(2)
    const [vole] = (await web.json<{ items: { links: { text: string } }[] }>('/v1/articles?q=voles')).items
    expect(await (await fetch(web.origin + vole!.links.text)).text()).toBe(
      '“Voles dig,” said Ada Brandt.\r\n',
    )
  })

  it('are refused if a file is not UTF-8, and the page says which', async () => {
    await atDesk('/desk/ingest', async (page) => {
      const file = { name: 'old.txt', mimeType: 'text/plain', buffer: Buffer.from([0x93, 0x41, 0x94]) }
      await page.getByLabel('Texts (.txt)').setInputFiles([file])
      await page.getByRole('button', { name: 'Send and read' }).click()
      expect(await textOf(page, '[role=alert]')).toContain('The file old.txt is not UTF-8')
    })
  })

  it('are sent once, even if the form is sent twice', async () => {
    await atDesk('/desk/ingest', async (page) => {
      const jobs = async (): Promise<number> => {
        await page.goto(`${web.origin}/desk/jobs`)
        return page.locator('.rows li').count()
      }
      const before = await jobs()
      await page.goto(`${web.origin}/desk/ingest`)
      const fields = {
        form: await page.locator('input[name=form]').first().inputValue(),
        once: await page.locator('input[name=once]').first().inputValue(),
      }
      const body = new URLSearchParams({ ...fields, text: '“Once,” said Ada Brandt.' })
      const send = () =>
        fetch(`${web.origin}/desk/ingest/text`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: web.origin, cookie: `${session!.name}=${session!.value}` },
          body,
        })
      const [first, second] = [await send(), await send()]
      expect(first.headers.get('location')).toMatch(/^\/desk\/jobs\//)
      expect(second.headers.get('location')).toBe(first.headers.get('location'))
      expect(await jobs()).toBe(before + 1)
    })
  })

  it('can be cancelled while they wait', async () => {
    await worker.stop()
    await atDesk('/desk/ingest', async (page) => {
      await page.getByLabel('Addresses of articles').fill('https://a.example/later')
      await page.getByRole('button', { name: 'Fetch and read' }).click()
      await page.getByRole('button', { name: 'Cancel what waits' }).click()
      expect(await textOf(page, '.progress-line')).toContain('cancelled')
    })
  })
})

describe('a key without the scope of a page', () => {
  it('sees only the pages that it may open', async () => {
    const key = await reviewerKey(web.service.database.db, NOW, 'Importer', ['ingest'])
    await web.on('/desk/ingest', { session: await signInWith(web.origin, key) }, async (page) => {
      const links = await page
        .getByRole('navigation', { name: 'Review desk' })
        .getByRole('link')
        .allTextContents()
      expect(links).toEqual(['Add articles', 'Sources', 'Jobs'])
      const answer = await page.goto(`${web.origin}/desk/articles`)
      expect(answer!.status()).toBe(403)
      expect(await textOf(page, '.detail')).toContain('needs the scope review')
    })
  })
})
