import { expect } from 'vitest'
import type { App } from '../../src/http/instance.ts'
import { isReduced, readContract } from './contract.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: tests check the structure of responses.
  readonly body: any
}

export interface Sent {
  readonly method?: string
  readonly body?: unknown
  /** The If-Match header. A number is put in quotation marks; a string is sent as it is. */
  readonly version?: number | string
  /** The key; null sends none. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export type Ask = (url: string, sent?: Sent) => Promise<Answer>

/**
 * Creates a function that sends requests and checks every response against the OpenAPI document of the service.
 * @param defaultKey the key of requests without `key`.
 */
export async function createAsk(app: App, defaultKey: string): Promise<Ask> {
  const contract = await readContract(app)
  return async (url, { method = 'GET', body, version, key = defaultKey, headers = {} } = {}) => {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(version !== undefined && {
          'if-match': typeof version === 'number' ? `"${version}"` : version,
        }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    })
    const response = {
      status: answer.statusCode,
      contentType: answer.headers['content-type']?.toString(),
      body: answer.body,
      isSparse: isReduced(url),
    }
    const fault = contract.faultOf(contract.operationAt(method, url), response)
    expect(fault, `${method} ${url}: ${answer.body}`).toBeNull()
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? null : answer.json(),
    }
  }
}
