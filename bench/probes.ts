import { percentiles } from './load.ts'

/** A request whose response is timed, for one caller at a time. */
export interface Probe {
  readonly name: string
  readonly path: string
}

const PAGES_PER_STEP = 5
const PAGE = 20

export const PROBES: readonly Probe[] = [
  { name: 'all dates', path: '/v1/dates' },
  { name: 'months', path: '/v1/dates?granularity=month' },
  { name: 'the year 2024', path: '/v1/dates/2024' },
  { name: 'officials', path: '/v1/officials' },
  { name: 'organizations', path: '/v1/organizations' },
  { name: 'articles', path: '/v1/articles' },
  { name: 'statements, counted', path: '/v1/statements?count=exact' },
]

/** Returns the median time of each probe in milliseconds, requested in turn by one caller. */
export async function timeProbes(
  origin: string,
  probes: readonly Probe[],
  repeats: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(probes.map(({ name }) => [name, []]))
  for (let round = 0; round < repeats; round++) {
    for (const { name, path } of probes) {
      const start = performance.now()
      await read(origin, path)
      times.get(name)!.push(performance.now() - start)
    }
  }
  return new Map([...times].map(([name, each]) => [name, percentiles(each).p50]))
}

/** Follows the list from page to page, and returns the path of a far page. */
export async function pathOfPage(origin: string, number: number): Promise<string> {
  let path = `/v1/statements?fields=id&limit=${PAGE * PAGES_PER_STEP}`
  for (let page = 1; page < number; page += PAGES_PER_STEP) {
    const { page: links } = (await read(origin, path)) as { page: { next: string | null } }
    if (links.next === null) break
    path = links.next
  }
  const cursor = new URL(path, origin).searchParams.get('cursor')
  return cursor === null ? '/v1/statements' : `/v1/statements?cursor=${cursor}`
}

async function read(origin: string, path: string): Promise<unknown> {
  const response = await fetch(new URL(path, origin))
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
