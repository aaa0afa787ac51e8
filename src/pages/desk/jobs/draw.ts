import type { DomainError } from '../../../core/errors.ts'
import type { Job, JobItem } from '../../../features/articles/jobs/schema.ts'
import { attribute, type Content, html, joined } from '../../markup/html.ts'
import { pager } from '../../parts/pager.ts'
import type { Page } from '../../shell/layout.ts'
import { counted, momentInWords, number } from '../../words/dates.ts'
import { doneBox } from '../shell/done.ts'
import { deskPage, tokenField } from '../shell/layout.ts'
import { type ListPage, pageAt } from '../shell/list-page.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { faultBox } from '../shell/refused.ts'
import type { JobView, ReadItem } from './read.ts'

const STATE_WORDS: Readonly<Record<Job['state'], string>> = {
  waiting: 'waiting to begin',
  running: 'being read',
  done: 'done',
  cancelled: 'cancelled',
}

/** Draws the list of jobs. */
export function jobListPage(desk: DeskRequest, { items: jobs, prev, next }: ListPage<Job>): Page {
  return deskPage(desk, {
    title: 'Jobs',
    part: 'jobs',
    main: html`<h1>Jobs</h1><p class="lead">What was sent to be read, and what became of it.</p>
${jobs.length === 0 ? html`<p class="empty">Nothing was sent in the last 30 days. <a href="/desk/ingest">Add articles</a>.</p>` : html`<ul class="rows">${jobs.map(jobRow)}</ul>`}
${pager(pageAt('/desk/jobs', prev), pageAt('/desk/jobs', next))}`,
  })
}

const jobRow = (job: Job): Content =>
  html`<li><div><p class="row-title"><a href="/desk/jobs/${job.id}">${counted(job.progress.total, 'article')}, ${momentInWords(job.recorded)}</a></p>
<p class="note">Sent by <bdi>${job.submitted_by}</bdi>. ${outcomesInWords(job)}</p></div>
<p class="row-side">${STATE_WORDS[job.state]}</p></li>`

function outcomesInWords({ progress }: Job): Content {
  const { created, changed, known, failed, waiting, cancelled, statements } = progress
  const parts = [
    created > 0 && `${number(created)} new`,
    changed > 0 && `${number(changed)} changed`,
    known > 0 && `${number(known)} on record before`,
    failed > 0 && html`<strong class="bad">${number(failed)} failed</strong>`,
    waiting > 0 && `${number(waiting)} waiting`,
    cancelled > 0 && `${number(cancelled)} cancelled`,
    statements > 0 && counted(statements, 'new statement'),
  ]
  return joined(parts, html`<span aria-hidden="true"> · </span>`)
}

/** Draws a job: its progress, and what became of each article. */
export function jobPage(desk: DeskRequest, view: JobView, fault: DomainError | null): Page {
  const { job, onlyFailed, prev, next } = view
  const path = `/desk/jobs/${job.id}`
  const kept = onlyFailed ? { only: 'failed' } : {}
  const isOpen = job.state === 'waiting' || job.state === 'running'
  return deskPage(desk, {
    title: 'A job',
    part: 'jobs',
    main: html`<p class="back-line"><a href="/desk/jobs">← Jobs</a></p>${faultBox(fault)}${doneBox(desk.query)}
<h1>${counted(job.progress.total, 'article')}</h1>
<p class="source">Sent by <bdi>${job.submitted_by}</bdi> on ${momentInWords(job.recorded)}.</p>
${isOpen && html`<form method="post" action="${path}/cancel" class="inline-form">${tokenField(desk)}<a class="button" href="${path}">Look again</a> <button type="submit" class="quiet">Cancel what waits</button></form>`}
${job.progress.retryable > 0 && html`<form method="post" action="${path}/retry" class="inline-form">${tokenField(desk)}<button type="submit">Try ${counted(job.progress.retryable, 'failed article')} again</button></form>`}
${jobState(view, isOpen)}
${pager(pageAt(path, prev, kept), pageAt(path, next, kept))}`,
  })
}

/** Draws the part of the page that changes while the job runs. A script loads it again. */
function jobState({ job, items, onlyFailed }: JobView, isOpen: boolean): Content {
  const { total, waiting, failed } = job.progress
  const path = `/desk/jobs/${job.id}`
  return html`<div id="job"${attribute('data-poll', isOpen)}>
<p class="progress-line"><progress max="${total}" value="${total - waiting}" aria-label="Articles read"></progress> <span>${number(total - waiting)} of ${number(total)}, ${STATE_WORDS[job.state]}</span></p>
<p>${outcomesInWords(job)}</p>
${failed > 0 && total > failed && html`<p class="back-line">${onlyFailed ? html`Only those that failed. <a href="${path}">All</a>` : html`<a href="${path}?only=failed">Only those that failed</a>`}</p>`}
<ol class="rows items">${items.map(itemRow)}</ol></div>`
}

const OUTCOME_WORDS: Readonly<Record<NonNullable<JobItem['outcome']>, string>> = {
  created: 'new',
  changed: 'a new version of its text',
  known: 'on record before',
  failed: 'failed',
}

function itemRow({ item, title }: ReadItem): Content {
  const { line, outcome, article, statements, warnings, problem, state, attempts } = item
  const name = article
    ? html`<a href="/articles/${article.id}"><bdi>${title ?? 'An article that is not shown'}</bdi></a>`
    : `Number ${line}`
  return html`<li><div><p class="row-title">${name}</p>
${statements && html`<p class="note">${joined([counted(statements.created, 'new statement'), statements.changed > 0 && `${statements.changed} changed`, statements.moved > 0 && `${statements.moved} moved`, statements.vanished > 0 && `${statements.vanished} vanished`], ', ')}. <a href="/desk?article=${article!.id}">Review them<span class="vh"> in ${title ?? 'this article'}</span></a> <a href="/desk/articles/${article!.id}">Correct the article<span class="vh"> ${title ?? ''}</span></a></p>`}
${warnings.map(({ detail }) => html`<p class="flag-line"><bdi>${detail}</bdi></p>`)}
${problem && html`<p class="flag-line"><bdi>${problem.detail}</bdi>${attempts > 1 && ` Tried ${attempts} times.`}</p>`}</div>
<p class="row-side${outcome === 'failed' && ' bad'}">${outcome ? OUTCOME_WORDS[outcome] : state}</p></li>`
}
