import { expect, it, onTestFinished } from 'vitest'
import { seededService } from '../support/seeded-service.ts'

it('/llms.txt describes the service in ten lines, with links that work', async () => {
  const service = await seededService({ ONRECORD_PUBLIC_URL: 'https://quotes.example' })
  onTestFinished(() => service.close())
  const { body, headers } = await service.app.inject('/llms.txt')
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(body.trimEnd().split('\n')).toHaveLength(10)
  const links = [...body.matchAll(/\((https:\/\/quotes\.example\/[^)]*)\)/g)].map(([, url]) => new URL(url!))
  expect(links.length).toBeGreaterThan(4)
  for (const { pathname, search } of links) {
    const { statusCode } = await service.app.inject(pathname + search)
    // The paths that take only POST answer 405.
    const expected = ['/mcp', '/v1/verify'].includes(pathname) ? 405 : 200
    expect([pathname, statusCode]).toEqual([pathname, expected])
  }
})
