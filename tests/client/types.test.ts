import { readFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { TYPES, typesOf } from '../../scripts/client-types.ts'
import { read as readJson } from '../support/json.ts'
import { seededService } from '../support/seeded-service.ts'

it('the types of the client are those of /openapi.json', async () => {
  const service = await seededService()
  onTestFinished(() => service.close())
  const types = await typesOf((await service.app.inject('/openapi.json')).body)
  const differ = 'The API changed. Run: npm run client:types'
  expect((await readFile(TYPES, 'utf8')) === types, differ).toBe(true)
})

it('the client has the version of the service', () => {
  const client = readJson<{ version: string }>('clients/typescript/package.json')
  expect(client.version).toBe(readJson<{ version: string }>('package.json').version)
})
