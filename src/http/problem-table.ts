import type { ErrorCode } from '../core/errors.ts'

/** What the service says about one error code: on the wire, and on the page the problem's `type` leads to. */
export interface ProblemKind {
  readonly status: number
  readonly title: string
  /** What happened, for a reader who has only the code. */
  readonly happened: string
  /** What to do about it. */
  readonly remedy: string
}

/** Every error code with its HTTP status and its texts. `docs/errors.md` and `/docs/errors` say the same. */
export const PROBLEMS = {
  invalid_parameter: {
    status: 400,
    title: 'Invalid parameter',
    happened: 'A query or path parameter has a value this endpoint cannot take, or was given twice.',
    remedy:
      'Read errors[].parameter and errors[].message: each names one parameter and what it accepts. Correct it and send the request again.',
  },
  unknown_parameter: {
    status: 400,
    title: 'Unknown parameter',
    happened:
      'The query holds a parameter this endpoint does not know. It is refused rather than ignored, so that a misspelt filter never returns everything.',
    remedy: 'Take the spelling the message suggests, or leave the parameter out.',
  },
  invalid_cursor: {
    status: 400,
    title: 'Invalid cursor',
    happened:
      'The cursor was altered, or was made for another list, other filters or another sort. A cursor only continues the list it came from.',
    remedy:
      'Follow page.next or page.prev (or the Link header) as given. After changing filters or sort, start again without a cursor.',
  },
  invalid_body: {
    status: 422,
    title: 'Invalid body',
    happened: 'The body could be read, but its content does not have the shape this endpoint takes.',
    remedy:
      'Read errors[].pointer: a JSON pointer to each value at fault, with a message that says what belongs there.',
  },
  malformed_request: {
    status: 400,
    title: 'Malformed request',
    happened:
      'The request itself could not be read: a bad percent-escape in the URL, JSON that does not parse, or bytes that are not HTTP.',
    remedy: 'Let a library build the URL and the body, and send UTF-8.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    happened: 'The endpoint asks for a credential and the request carried none, or one that is not valid.',
    remedy: 'Send the credential in the Authorization header, in the scheme that WWW-Authenticate names.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    happened: 'The key is known, but lacks the scope this endpoint asks for. The message names the scope.',
    remedy: 'Use a key that has the scope, or have one made: `onrecord keys create --scope …`.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    happened: 'Nothing is kept under this URL.',
    remedy:
      'Check the path and the identifier. The message names a near path when there is one; /openapi.json lists them all.',
  },
  gone: {
    status: 410,
    title: 'Gone',
    happened: 'What was here has been withdrawn. The message says why when a reason was given.',
    remedy: 'Stop asking for it and remove it from your copies.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    happened: 'The path exists, but not for this method.',
    remedy: 'Use one of the methods the Allow header lists.',
  },
  not_acceptable: {
    status: 406,
    title: 'Not acceptable',
    happened: 'The Accept header rules out every format this endpoint can answer in.',
    remedy: 'Ask for one of the media types the message lists, or send no Accept header.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    happened: 'The request contradicts what is already kept.',
    remedy: 'Read the current state, decide again, and send a request that fits it.',
  },
  precondition_failed: {
    status: 412,
    title: 'Precondition failed',
    happened:
      'What you want to change has changed since you read it: its version is no longer the one If-Match names.',
    remedy: 'Read it again, look at what changed, and send the change with the new version in If-Match.',
  },
  precondition_required: {
    status: 428,
    title: 'Precondition required',
    happened:
      'A change needs an If-Match header that names the version it is based on, so that nobody overwrites what another did.',
    remedy:
      'Read the thing first and send If-Match with its version in quotation marks, such as If-Match: "3".',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'Idempotency mismatch',
    happened: 'The Idempotency-Key was used before, for a request with another body.',
    remedy: 'Send the first body again to get its answer, or use a new key for a new request.',
  },
  fetch_refused: {
    status: 422,
    title: 'Fetch refused',
    happened: 'The address given is not one this service fetches from: not http or https, or not public.',
    remedy: 'Give a public http or https address, or send the text itself.',
  },
  fetch_failed: {
    status: 502,
    title: 'Fetch failed',
    happened:
      'The address given did not answer, not in time, not with success, or not with something that can be read.',
    remedy: 'Try again later, or send the text itself.',
  },
  unreadable_article: {
    status: 422,
    title: 'Unreadable article',
    happened: 'No article text was found in what was sent or fetched.',
    remedy: 'Send the text itself, or HTML that holds it.',
  },
  too_many_statements: {
    status: 422,
    title: 'Too many statements',
    happened: 'The text holds more statements than one answer gives.',
    remedy:
      'Split the text between two paragraphs, into parts no longer than the message says, and send each by itself. With a key, one answer gives ten times as many.',
  },
  payload_too_large: {
    status: 413,
    title: 'Payload too large',
    happened: 'The body is larger than the service takes.',
    remedy: 'Send less at once.',
  },
  uri_too_long: {
    status: 414,
    title: 'URI too long',
    happened: 'A part of the path is longer than any identifier of this service.',
    remedy: 'Check what was put into the path.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    happened: 'The Content-Type of the body is not one this endpoint reads, or the body is compressed.',
    remedy:
      'Send application/json with that Content-Type, or the type the operation names, as it is: without a Content-Encoding.',
  },
  expectation_failed: {
    status: 417,
    title: 'Expectation failed',
    happened: 'The Expect header asks for something the service does not do.',
    remedy: 'Leave the header out; only 100-continue is understood.',
  },
  headers_too_large: {
    status: 431,
    title: 'Request header fields too large',
    happened: 'The request line and headers together are larger than the service reads.',
    remedy: 'Shorten the URL, or send fewer and smaller headers (cookies are never needed).',
  },
  request_timeout: {
    status: 408,
    title: 'Request timeout',
    happened: 'The request did not arrive completely in time.',
    remedy: 'Send it again on a new connection.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    happened: 'This address sent more requests than its quota for the current window.',
    remedy:
      'Wait as many seconds as Retry-After says. The RateLimit header tells what is left; answers to If-None-Match that change nothing (304) are free.',
  },
  span_mismatch: {
    status: 422,
    title: 'Span does not match its text',
    happened: 'The characters between the given offsets are not the characters they were said to be.',
    remedy:
      'Count offsets in UTF-16 code units of the unchanged text: text.slice(start, end) must equal exact.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    happened: 'The service failed in a way it did not foresee. Nothing was done by halves.',
    remedy: 'Try again later. If it stays, report the request_id: the log holds the cause under it.',
  },
  unavailable: {
    status: 503,
    title: 'Service unavailable',
    happened: 'The service is starting, stopping, overloaded, or cannot reach its database.',
    remedy: 'Wait as many seconds as Retry-After says, then send the request again.',
  },
  timeout: {
    status: 504,
    title: 'Timed out',
    happened: 'The answer took longer to find than the service allows one request.',
    remedy: 'Narrow the filters or lower the limit, and ask for no exact count.',
  },
} as const satisfies Record<ErrorCode, ProblemKind>
