import type { ErrorCode } from '../core/errors.ts'

/** The texts of one error code, for problem answers and for the page to which their `type` points. */
export interface ProblemKind {
  readonly status: number
  readonly title: string
  /** The cause, for a reader who knows only the code. */
  readonly happened: string
  /** The action that the caller can take. */
  readonly remedy: string
}

/** Gives each error code its HTTP status and texts. `docs/errors.md` and `/docs/errors` show the same texts. */
export const PROBLEMS = {
  invalid_parameter: {
    status: 400,
    title: 'Invalid parameter',
    happened:
      'A query or path parameter has a value that this endpoint does not accept, names nothing on record, or appears twice.',
    remedy:
      'Read errors[].parameter and errors[].message. Each names one parameter and the values it accepts. Correct the value and send the request again.',
  },
  unknown_parameter: {
    status: 400,
    title: 'Unknown parameter',
    happened:
      'The query has a parameter that this endpoint does not know. The service refuses it, so that a misspelt filter never returns everything.',
    remedy: 'Use the spelling that the message suggests, or remove the parameter.',
  },
  invalid_cursor: {
    status: 400,
    title: 'Invalid cursor',
    happened:
      'The cursor was altered, or it belongs to another list, other filters or another sort. A cursor only continues the list it came from.',
    remedy:
      'Follow page.next or page.prev (or the Link header) as given. After a change of filters or sort, start again without a cursor.',
  },
  invalid_body: {
    status: 422,
    title: 'Invalid body',
    happened:
      'The service could read the body, but its content does not have the shape that this endpoint accepts.',
    remedy:
      'Read errors[].pointer and errors[].message. Each names one wrong value by a JSON pointer and says what belongs there.',
  },
  malformed_request: {
    status: 400,
    title: 'Malformed request',
    happened:
      'The service could not read the request: the URL has an invalid percent-escape, the JSON does not parse, or the bytes are not HTTP.',
    remedy: 'Use a library to build the URL and the body, and send UTF-8.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    happened: 'This endpoint needs a key. The request has no key, or its key is not valid.',
    remedy:
      'Send the key in the Authorization header, as "Authorization: Bearer …". An operator creates keys: `onrecord keys create`.',
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    happened:
      'The key is valid, but it does not have the scope that this endpoint needs. The message names the scope.',
    remedy: 'Use a key with that scope, or have an operator create one: `onrecord keys create --scope …`.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    happened: 'Nothing exists at this URL.',
    remedy:
      'Check the path and the identifier. The message suggests a similar path if there is one. /openapi.json lists all paths.',
  },
  gone: {
    status: 410,
    title: 'Gone',
    happened:
      'The resource at this URL was withdrawn or erased, or the article of the statement was. The message gives the reason if there is one. An ingestion gets this answer if the article on record was withdrawn, or if the text was erased.',
    remedy:
      'Stop requesting it and delete it from your copies. A reviewer can restore what was withdrawn, but not what was erased.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    happened: 'The path exists, but it does not support this method.',
    remedy: 'Use one of the methods in the Allow header.',
  },
  not_acceptable: {
    status: 406,
    title: 'Not acceptable',
    happened: 'The Accept header excludes every format that this endpoint can return.',
    remedy: 'Ask for one of the media types in the message, or send no Accept header.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    happened: 'The request contradicts the current state of the record.',
    remedy: 'Read the current state, decide again, and send a request that fits it.',
  },
  precondition_failed: {
    status: 412,
    title: 'Precondition failed',
    happened: 'The resource has changed since you read it. Its version is not the version in If-Match.',
    remedy:
      'Read the resource again, look at what changed, and send the change with the new version in If-Match.',
  },
  precondition_required: {
    status: 428,
    title: 'Precondition required',
    happened:
      'A change needs an If-Match header with the version that it is based on, so that no caller overwrites the change of another.',
    remedy: 'Read the resource first. Send its version in quotation marks, such as If-Match: "3".',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'Idempotency mismatch',
    happened: 'An earlier request used this Idempotency-Key with a different body.',
    remedy: 'Send the first body again to get its answer, or use a new key for a new request.',
  },
  fetch_refused: {
    status: 422,
    title: 'Fetch refused',
    happened: 'The service does not fetch from this address: it is not http or https, or it is not public.',
    remedy: 'Send a public http or https address, or send the text itself.',
  },
  fetch_failed: {
    status: 502,
    title: 'Fetch failed',
    happened:
      'The service could not fetch the address: there was no answer in time, the status was not a success, or the content was not readable.',
    remedy: 'Try again later, or send the text itself.',
  },
  robots_disallowed: {
    status: 422,
    title: 'Disallowed by robots.txt',
    happened: 'The robots.txt of the site does not allow robots to fetch this address. Nothing was fetched.',
    remedy: 'Ask the publisher for another address, or send the articles themselves.',
  },
  not_a_feed: {
    status: 422,
    title: 'Not a feed',
    happened:
      'The address answers with something that is neither RSS, Atom, JSON Feed nor a sitemap, and that names no feed.',
    remedy: 'Send the address of the feed itself. Publishers often link it at the foot of their pages.',
  },
  unreadable_article: {
    status: 422,
    title: 'Unreadable article',
    happened: 'The service found no article text in the body or in the page that it fetched.',
    remedy: 'Send the text itself, or HTML that contains it.',
  },
  article_not_found: {
    status: 422,
    title: 'Article not found on the page',
    happened:
      'The page shows a notice in place of the article: a request for consent, for scripts or for a human, or that the page is gone. Nothing was stored.',
    remedy: 'Send the text of the article, or its address again when the page shows it.',
  },
  article_behind_wall: {
    status: 422,
    title: 'Article behind a wall',
    happened:
      'The page shows only the beginning of the article, in front of a request to subscribe or to log in. Nothing was stored.',
    remedy: 'Send the text of the whole article, if you may.',
  },
  too_many_statements: {
    status: 422,
    title: 'Too many statements',
    happened: 'The text holds more statements than one answer gives.',
    remedy:
      'Split the text between paragraphs into parts no longer than the message says, and send each part separately. With a key, one answer gives ten times as many.',
  },
  too_many_webhooks: {
    status: 409,
    title: 'Too many webhooks',
    happened: 'The key has as many webhooks as it may have. The message gives the number.',
    remedy:
      'Delete a webhook, or change one. An operator can raise the limit in ONRECORD_WEBHOOKS_PER_KEY. It does not apply to keys with the scope `admin`.',
  },
  too_many_searches: {
    status: 409,
    title: 'Too many saved searches',
    happened: 'The key has as many saved searches as it may have. The message gives the number.',
    remedy:
      'Delete a saved search, or change one. An operator can raise the limit in ONRECORD_SEARCHES_PER_KEY. It does not apply to keys with the scope `admin`.',
  },
  payload_too_large: {
    status: 413,
    title: 'Payload too large',
    happened: 'The body is larger than the service accepts.',
    remedy: 'Send a smaller body. Split a large one into several requests.',
  },
  uri_too_long: {
    status: 414,
    title: 'URI too long',
    happened: 'A part of the path is longer than every identifier of this service.',
    remedy: 'Check the path. Use an id or a slug from an answer.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    happened: 'This endpoint does not read the Content-Type of the body, or the body is compressed.',
    remedy:
      'Send application/json with that Content-Type, or another type that the operation lists. Do not compress the body.',
  },
  expectation_failed: {
    status: 417,
    title: 'Expectation failed',
    happened: 'The Expect header asks for something that the service does not support.',
    remedy: 'Remove the header. The service supports only 100-continue.',
  },
  headers_too_large: {
    status: 431,
    title: 'Request header fields too large',
    happened: 'The request line and the headers together are larger than the service reads.',
    remedy: 'Shorten the URL, or send fewer and smaller headers. The service needs no cookies.',
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
    happened: 'This address has used its quota of requests for the current window.',
    remedy:
      'Wait for the number of seconds in Retry-After. The RateLimit header shows how many requests are left. Answers with status 304 are free.',
  },
  span_mismatch: {
    status: 422,
    title: 'Span does not match its text',
    happened: 'The characters between the given offsets are not the characters in `exact`.',
    remedy:
      'Count offsets in UTF-16 code units of the unchanged text: text.slice(start, end) must equal exact.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    happened: 'The service failed unexpectedly. It wrote either everything or nothing.',
    remedy:
      'Try again later. If the error persists, report the request_id: the log has the cause under this id.',
  },
  not_implemented: {
    status: 501,
    title: 'Not implemented',
    happened: 'The request asks for a format of oEmbed that the service does not have.',
    remedy: 'Ask for `format=json` or `format=xml`.',
  },
  unavailable: {
    status: 503,
    title: 'Service unavailable',
    happened: 'The service is starting, stopping, overloaded, or cannot reach its database.',
    remedy: 'Wait for the number of seconds in Retry-After, then send the request again.',
  },
  too_broad: {
    status: 503,
    title: 'Too broad',
    happened:
      'A list of statements or dates took longer to find than the service allows for one query. The message names filters that make it shorter.',
    remedy:
      'Add one of the filters in the message, or leave out count=exact. Then send the request again. If the list was short, the service is busy: wait for the number of seconds in Retry-After.',
  },
  timeout: {
    status: 504,
    title: 'Timed out',
    happened: 'The answer took longer than the service allows for one request.',
    remedy: 'Narrow the filters, lower the limit, or do not ask for an exact count.',
  },
} as const satisfies Record<ErrorCode, ProblemKind>
