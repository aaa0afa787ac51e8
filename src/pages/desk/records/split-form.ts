import { shownWords } from '../../../core/wording.ts'
import type { Statement } from '../../../record/statements/schema.ts'
import { attribute, type Content, html } from '../../markup/html.ts'
import { pager } from '../../parts/pager.ts'
import { publishedInWords } from '../../words/dates.ts'
import { reasonRow, versionFields } from '../shell/fields.ts'
import { addressWith, pageAt } from '../shell/list-page.ts'
import type { DeskRequest } from '../shell/mount.ts'
import { foundChoice, nameRow, type SentAgain, sendOrLook } from './found.ts'
import { recordPath } from './kinds.ts'
import type { RecordView } from './read.ts'

/** The most characters of a statement in the list. */
const WORDS_MAX = 200

/** How the names of the boxes of statements and of positions begin. The rest is the id. */
export const BOXES = { statement: 'statement-', position: 'position-' } as const

/** The value of the choice of a person who is not on record. */
export const NEW_PERSON = '+'

/** Draws the form that moves statements and positions of a person to another person. */
export function splitForm(desk: DeskRequest, view: RecordView, sent: SentAgain | null): Content {
  const { record, positions, spoken } = view
  const path = recordPath('official', record.slug)
  const { q, items: statements, prev, next } = spoken!
  const kept = q === '' ? {} : { q }
  const cursor = desk.query.get('cursor')
  const ticked = (name: string) => attribute('checked', sent?.fields[name] !== undefined)
  return html`<section aria-labelledby="split"><h2 id="split">Are they two people?</h2>
<p class="note">Tick what belongs to another person. What you leave stays with <bdi>${record.name}</bdi>.</p>
<form method="get" action="${path}" role="search" class="ask desk-ask"><label for="q">Only statements with these words</label><div class="field"><input id="q" name="q" type="search" value="${q}" maxlength="500"><button type="submit">Find</button></div></form>
<form method="post" action="${addressWith(`${path}/split`, { ...kept, ...(cursor !== null && { cursor }) })}">${versionFields(desk, record)}
${
  positions.length > 0 &&
  html`<fieldset class="choices"><legend>Positions</legend>${positions.map(({ id, title, organization }) => {
    const name = BOXES.position + id
    return html`<label class="tick"><input type="checkbox" name="${name}" value="yes"${ticked(name)}> <span><bdi>${title}</bdi>${organization && html`, <bdi>${organization.name}</bdi>`}</span></label>`
  })}</fieldset>`
}
<fieldset class="choices"><legend>Statements</legend>${statements.length === 0 && html`<p class="note">${q === '' ? 'This person has none.' : 'None has these words.'}</p>`}${statements.map((one) => statementBox(one, ticked))}</fieldset>
${nameRow('split-who', 'Name of the other person', sent)}
${sent?.fields['who'] ? whoseForm(record.slug, sent) : html`<p><button type="submit">Look who it may be</button></p>`}</form>
${pager(pageAt(path, prev, kept), pageAt(path, next, kept))}</section>`
}

/** Draws the choice between the people whom the name may mean, with the button that moves the statements. */
function whoseForm(slug: string, sent: SentAgain): Content {
  const { fields, found } = sent
  const others = found.filter((one) => one.slug !== slug)
  return html`<fieldset class="choices"><legend>Who is it?</legend>${others.map((one) => foundChoice(one, sent))}
<label class="tick"><input type="radio" name="into" value="${NEW_PERSON}" required${attribute('checked', fields['into'] === NEW_PERSON)}> <span>Someone who is not on record yet: <bdi>${fields['who'] ?? ''}</bdi></span></label></fieldset>
${reasonRow('split-reason', fields['reason'])}
${sendOrLook('Move what is ticked')}`
}

function statementBox({ id, text, type, article }: Statement, ticked: (name: string) => Content): Content {
  const words = [...shownWords(text, type)]
  const name = BOXES.statement + id
  return html`<label class="tick"><input type="checkbox" name="${name}" value="yes"${ticked(name)}> <span><bdi>${words.length > WORDS_MAX ? `${words.slice(0, WORDS_MAX).join('')}…` : words.join('')}</bdi> <span class="note"><bdi>${article.publisher ?? 'publisher unknown'}</bdi>, ${publishedInWords(article.published)}</span></span></label>`
}
