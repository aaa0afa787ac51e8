import type { Page } from 'playwright-core'
import { TEXTS } from './articles.ts'

/** A page to take a picture of. */
interface Picture {
  readonly path: string | ((origin: string) => Promise<string>)
  /** True for a page of the review desk. */
  readonly isSignedIn?: boolean
  /** Brings the page into the state to show. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Returns the address of the page of the first statement that matches. */
const pageOfStatement = async (origin: string, query: string): Promise<string> => {
  const answer = await fetch(`${origin}/v1/statements?${query}&limit=1`)
  const { items } = (await answer.json()) as { items: { id: string; article: { id: string } }[] }
  return `/statements/${items[0]!.id}`
}

/** Returns the address of the page of the first article that matches. */
const pageOfArticle = async (origin: string, query: string): Promise<string> => {
  const answer = await fetch(`${origin}/v1/articles?${query}&limit=1`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  return `/articles/${items[0]!.id}`
}

/** The pages to take pictures of, by name. */
export const PICTURES: Readonly<Record<string, Picture>> = {
  home: { path: '/' },
  statement: {
    path: (origin) => pageOfStatement(origin, 'q=talks'),
  },
  article: { path: (origin) => pageOfArticle(origin, 'q=Adeyemi') },
  official: { path: '/officials/ada-brandt' },
  organization: { path: '/organizations/white-house' },
  about: { path: '/about' },
  'dates-of-a-month': { path: '/dates/2024-11' },
  check: {
    path: '/check?quote=The+ferry+will+not+run+all+winter,+whatever+the+weather&speaker=Lars+Nystr%C3%B6m',
  },
  'desk-sign-in': { path: '/desk/sign-in' },
  desk: { path: '/desk', isSignedIn: true },
  'desk-statement': {
    path: (origin) =>
      pageOfStatement(origin, 'q="a good day"').then((path) => `/desk${path}?pieces=0-40&who=brandt`),
    isSignedIn: true,
  },
  'desk-people': { path: '/desk/people', isSignedIn: true },
  'desk-person': {
    path: '/desk/officials/ada-brandt',
    isSignedIn: true,
    prepare: async (page) => {
      await page.getByRole('checkbox', { name: /door is open/ }).check()
      await page.getByLabel('Name of the other person').fill('Alma Brandt')
      await page.getByRole('button', { name: 'Look who it may be' }).click()
      await page.getByText('Who is it?').waitFor()
    },
  },
  'desk-organization': { path: '/desk/organizations/white-house', isSignedIn: true },
  'desk-articles': { path: '/desk/articles', isSignedIn: true },
  'desk-article': {
    path: (origin) => pageOfArticle(origin, 'q=Adeyemi').then((path) => `/desk${path}`),
    isSignedIn: true,
  },
  'desk-ingest': { path: '/desk/ingest', isSignedIn: true },
  'desk-jobs': { path: '/desk/jobs', isSignedIn: true },
  'desk-job': {
    path: '/desk/jobs',
    isSignedIn: true,
    prepare: (page) => page.locator('a[href^="/desk/jobs/"]').first().click(),
  },
  'desk-sources': { path: '/desk/sources', isSignedIn: true },
  read: {
    path: '/read',
    prepare: async (page) => {
      await page.locator('#place-local').waitFor()
      await page.locator('#text-to-read').fill(TEXTS[3]!)
      await page.locator('#published').fill('2025-02-03')
      await page.getByRole('button', { name: 'Read the text' }).click()
      await page.locator('#found').waitFor()
    },
  },
  compare: { path: '/compare?officials=ada-brandt,olu-adeyemi' },
  dates: { path: '/dates' },
  search: { path: '/?q=what+did+Ada+Brandt+say+about+the+ferry+in+2024' },
}
