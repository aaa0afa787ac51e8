import { afterAll, beforeAll, expect, it } from 'vitest'
import { seededService, type TestService } from '../support/seeded-service.ts'

let service: TestService

beforeAll(async () => {
  service = await seededService()
})
afterAll(() => service.close())

it.each(['/', '/v1'])('every link of %s answers', async (url) => {
  const answer = await service.app.inject(url)
  expect(answer.statusCode).toBe(200)
  const { links, documents } = answer.json()
  for (const path of [...Object.values(links), ...Object.values(documents)] as string[]) {
    expect((await service.app.inject(path)).statusCode, path).toBeLessThan(400)
  }
})
