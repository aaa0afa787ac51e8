import { DomainError, type ErrorCode } from '../../../core/errors.ts'
import { type Content, html } from '../../markup/html.ts'
import type { Page } from '../../shell/layout.ts'
import type { SentForm } from './mount.ts'

/** The failures that a reviewer can correct in the form, and their statuses. */
const CORRECTABLE: Partial<Readonly<Record<ErrorCode, number>>> = {
  invalid_body: 422,
  invalid_parameter: 422,
  span_mismatch: 422,
  conflict: 409,
  not_found: 404,
  fetch_refused: 422,
  fetch_failed: 422,
  robots_disallowed: 422,
  not_a_feed: 422,
}

/** What to show if a form is refused. */
export interface Refusal {
  /** Returns the page of the form, with what was wrong. */
  readonly again: (fault: DomainError) => Promise<Page>
  /** Returns the page that shows what others changed meanwhile. */
  readonly conflict: () => Promise<Page>
}

/** Makes a change. If it is refused, shows why, and loses nothing of what the reviewer knows. */
export async function orRefused(
  { reply }: Pick<SentForm, 'reply'>,
  change: () => Promise<string>,
  { again, conflict }: Refusal,
): Promise<string | Page> {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'precondition_failed') return conflict()
    const status = CORRECTABLE[error.code]
    if (status === undefined) throw error
    reply.code(status)
    return again(error)
  }
}

/** Draws what was wrong with a form. */
export const faultBox = (fault: DomainError | null): Content =>
  fault &&
  html`<div class="fault" role="alert"><p>Nothing was changed. <bdi>${fault.message}</bdi></p>${
    fault.faults.length > 1 &&
    html`<ul>${fault.faults.map(({ message }) => html`<li><bdi>${message}</bdi></li>`)}</ul>`
  }</div>`
