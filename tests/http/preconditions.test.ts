import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { requireVersion, versionTag } from '../../src/http/preconditions.ts'

/** Returns the error code for a request with this If-Match if the version is 3; null if the request passes. */
function refusalOf(ifMatch: string | undefined): string | null {
  const request = { headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } } as FastifyRequest
  try {
    requireVersion(request, 3)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('If-Match', () => {
  it.each([
    ['"3"', null],
    [' "3" ', null],
    ['"1", "3"', null],
    ['W/"3", "3"', null],
    ['"2"', 'precondition_failed'],
    ['"4", "5"', 'precondition_failed'],
    ['W/"3"', null],
    ['W/"3.kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"', null],
    ['"3.kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"', null],
    ['W/"2.kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"', 'precondition_failed'],
    ['W/"33.kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"', 'precondition_failed'],
    ['W/"kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"', 'invalid_parameter'],
    ['w/"3"', 'invalid_parameter'],
    ['"3."', 'invalid_parameter'],
    ['*', 'precondition_required'],
    [undefined, 'precondition_required'],
    ['', 'invalid_parameter'],
    ['3', 'invalid_parameter'],
    ['"three"', 'invalid_parameter'],
    ['"3', 'invalid_parameter'],
    [`"${'9'.repeat(400)}"`, 'invalid_parameter'],
  ])('%s', (header, code) => {
    expect(refusalOf(header)).toBe(code)
  })

  it('accepts the tag of versionTag', () => {
    expect(refusalOf(versionTag(3))).toBeNull()
  })

  it('says that the ETag of a list names no version', () => {
    const request = {
      headers: { 'if-match': 'W/"kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"' },
    } as unknown as FastifyRequest
    expect(() => requireVersion(request, 3)).toThrow(/names no version.*If-Match: "3"/)
  })

  it('names the current version if the request sent another', () => {
    const request = { headers: { 'if-match': '"2"' } } as unknown as FastifyRequest
    expect(() => requireVersion(request, 3)).toThrow(/version is 3, not 2/)
  })
})
