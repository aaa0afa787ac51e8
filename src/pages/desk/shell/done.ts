import { type Content, html } from '../../markup/html.ts'

/** What a form did, in words. */
const DONE_WORDS: Readonly<Record<string, string>> = {
  verify: 'Accepted.',
  reject: 'Rejected.',
  dispute: 'Disputed. Lists show it with a mark.',
  retract: 'Retracted. No reader sees the words.',
  restore: 'Put back.',
  join: 'Joined: the record counts them as reports of the same words.',
  part: 'Parted: the record counts them as reports of different words.',
  undo: 'Undone.',
  correct: 'Corrected. It still needs your decision.',
  decide: 'Decided.',
  merge: 'Merged. All statements moved.',
  split: 'Split. What was ticked moved to the other person.',
  article: 'Corrected.',
  withdraw: 'Withdrawn. Neither the article nor its statements are shown.',
  'restore-article': 'The article is shown again, with all its statements.',
  follow: 'The feed is followed. Its first articles are read within a minute.',
  'source-pause': 'Paused. Nothing more is fetched until you follow it again.',
  'source-resume': 'Followed again.',
  'source-settings': 'Saved.',
  'remove-source': 'Removed. Its articles stay on record.',
  cancel: 'Cancelled. What was read stays.',
  retry: 'The failed articles are tried again.',
}

/** Draws what the last form did. The words are ours, because anyone can write an address. */
export function doneBox(query: URLSearchParams): Content {
  const words = DONE_WORDS[query.get('done') ?? '']
  return words !== undefined && html`<p class="done" role="status">${words}</p>`
}
