import { expect } from 'vitest'
import { OperatorError } from '../../src/core/operator-error.ts'

/** Expects that work fails with an error for the operator. Returns its message. */
export async function complaint(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(OperatorError)
  return (error as OperatorError).message
}
