import { attribute, type Content, html } from '../../markup/html.ts'
import { speakerInWords } from '../../words/speakers.ts'
import { reasonRow, reviewFields } from '../shell/fields.ts'
import type { DeskRequest } from '../shell/mount.ts'
import type { SuggestedSpeaker, Workspace } from './read.ts'

/** Draws the form that corrects the speaker: people of the article, a search in the record, a new name, or no one. */
export function speakerForm(desk: DeskRequest, workspace: Workspace, next: string): Content {
  const { statement, who } = workspace
  const { id, speaker } = statement
  const path = `/desk/statements/${id}`
  return html`<details class="correction" id="speaker"${attribute('open', who !== '')}><summary>Correct the speaker</summary>
<form method="get" action="${path}" id="find" role="search" aria-label="People and organizations on record" data-fragment="choices"><input type="hidden" name="next" value="${next}">
<div class="form-row"><label for="who">Look for a person or an organization on record</label><div class="field"><input id="who" name="who" type="text" value="${who}" maxlength="200" autocomplete="off"><button type="submit" class="quiet">Look</button></div></div></form>
<form method="post" action="${path}/speaker">${reviewFields(desk, statement, next)}
${choices(workspace)}
<div class="form-row"><label for="role">Role, as the article prints it (optional)</label><input id="role" name="role" type="text" maxlength="300" value="${speaker.role ?? ''}" autocomplete="off"></div>
${reasonRow('speaker-reason')}
<p><button type="submit">Correct the speaker</button></p></form></details>`
}

function choices({ statement, suggested, who }: Workspace): Content {
  const { official, organization, name } = statement.speaker
  const current = official
    ? `official:${official.slug}`
    : name === null && organization
      ? `organization:${organization.slug}`
      : ''
  const isFound = suggested.some(({ note }) => note.includes('on record'))
  return html`<fieldset id="choices" class="choices" data-said="${who === '' ? '' : isFound ? 'Choices found' : 'No one found'}"><legend>Who said it?</legend>
${who !== '' && !isFound && html`<p class="note">No one on record is called “<bdi>${who}</bdi>”. Give the full name below to add the person.</p>`}
${suggested.map((one) => choice(one, one.value === current))}
<label class="tick"><input type="radio" name="speaker" value="name" required> <span>Another person: <input type="text" name="name" aria-label="Full name of another person, as printed" maxlength="300" autocomplete="off"></span></label>
<label class="tick"><input type="radio" name="speaker" value="none"> <span>The article does not say who</span></label>
<p class="note">So far: <bdi>${speakerInWords(statement)}</bdi>.</p></fieldset>`
}

const choice = ({ value, name, note }: SuggestedSpeaker, isCurrent: boolean): Content =>
  html`<label class="tick"><input type="radio" name="speaker" value="${value}" required${attribute('checked', isCurrent)}> <span><bdi>${name}</bdi> <span class="note"><bdi>${note}</bdi></span></span></label>`
