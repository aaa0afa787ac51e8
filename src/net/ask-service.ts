import { OperatorError } from '../core/operator-error.ts'

/** The longest wait for an answer, in milliseconds. */
const TIMEOUT_MS = 60_000

/**
 * Sends JSON to a service that an operator names, and returns its JSON answer.
 * @param path the path below the address of the service, without a slash at the start.
 * @param key an API key; undefined sends none.
 * @throws OperatorError if the service does not answer, or answers with a problem.
 */
export async function askService(
  address: string,
  path: string,
  body: object,
  key: string | undefined,
): Promise<unknown> {
  const target = new URL(path, address.endsWith('/') ? address : `${address}/`)
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
  const request = {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }
  const answer = await fetch(target, request).catch((cause: unknown) => {
    throw new OperatorError(
      `${target.origin} does not answer. Check the address, and that the service runs.`,
      {
        cause,
      },
    )
  })
  const found: unknown = await answer.json().catch(() => null)
  if (answer.ok) return found
  const { detail = 'Check the address.' } = Object(found) as { detail?: string }
  throw new OperatorError(`${target.origin} answered ${answer.status}. ${detail}`)
}
