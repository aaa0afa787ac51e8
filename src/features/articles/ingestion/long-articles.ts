import type { FastifyReply, FastifyRequest } from 'fastify'
import { clientGone, onceAnswered } from '../../../http/client-gone.ts'
import { createReadingQueue } from '../../extraction/domain.ts'
import type { Submission } from './load-article.ts'

/** The longest text or page that takes no turn, in UTF-16 code units. To read and store longer ones takes seconds. */
const LONGEST_WITHOUT_TURN = 250_000
/** The most long texts and pages that wait for their turn or have it. The last one waits less than a minute. */
const PLACES = 8

/**
 * The turns of long texts and pages. Each is read and stored in one turn, because several transactions with thousands of
 * rows would delay all other requests.
 */
export interface LongArticles {
  /**
   * Takes a place for a long body before it arrives. To receive and parse megabytes only to refuse them would delay other
   * requests.
   * @throws DomainError `unavailable` if all places are taken.
   */
  expect(request: FastifyRequest, reply: FastifyReply): void
  /**
   * Runs the work on a submission: at once, or in a turn if the submission is long.
   * @throws DomainError `unavailable` if all places are taken.
   */
  inTurn<Result>(
    request: FastifyRequest,
    reply: FastifyReply,
    submission: Submission,
    work: () => Promise<Result>,
  ): Promise<Result>
}

/**
 * Creates the turns of one process.
 * @param atOnce the most turns at the same time.
 */
export function createLongArticles(atOnce: number): LongArticles {
  const queue = createReadingQueue(atOnce, { withKey: PLACES, withoutKey: PLACES })
  const takePlace = (request: FastifyRequest, reply: FastifyReply): void =>
    onceAnswered(reply, queue.admit(callerOf(request)))
  return {
    expect(request, reply) {
      if (isExpected(request)) takePlace(request, reply)
    },
    inTurn(request, reply, { text = '', html = '' }, work) {
      if (Math.max(text.length, html.length) <= LONGEST_WITHOUT_TURN) return work()
      if (!isExpected(request)) takePlace(request, reply)
      return queue.read({ ...callerOf(request), gone: clientGone(reply) }, work)
    },
  }
}

/** Returns true if the length of the body says that it is long. The length of a body in chunks is not known. */
const isExpected = ({ headers }: FastifyRequest): boolean =>
  Number(headers['content-length']) > LONGEST_WITHOUT_TURN

const callerOf = ({ caller, ip }: FastifyRequest) => ({ who: caller?.holder ?? ip, hasKey: caller !== null })
