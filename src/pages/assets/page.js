// The script of all pages. Everything works without it; it adds buttons that copy.

/** Shows the buttons that copy the text of the element that they name. */
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy)
    const said = button.textContent
    try {
      await navigator.clipboard.writeText(source.textContent)
      button.textContent = 'Copied'
    } catch {
      button.textContent = 'Not copied: select the text instead'
    }
    setTimeout(() => {
      button.textContent = said
    }, 2000)
  })
}

const text = document.getElementById('text')
const references = text ? [...text.querySelectorAll('.ref')] : []

/** Shows which statement of the text is current: marks its words and its note, and brings the note into view. */
function showCurrent(reference) {
  for (const one of document.querySelectorAll('.current')) one.classList.remove('current')
  const note = document.getElementById(reference.hash.slice(1))
  const number = note?.querySelector('.back')?.lastChild?.textContent
  for (const mark of text.querySelectorAll('.q')) {
    if (mark.dataset.n.split(' ').includes(number)) mark.classList.add('current')
  }
  note?.classList.add('current')
  const margin = note?.closest('.margin')
  if (margin && margin.scrollHeight > margin.clientHeight)
    margin.scrollTop = note.offsetTop - margin.offsetTop - margin.clientHeight / 3
}

/** Goes to the next (1) or the previous (-1) statement of the text. The keys count only while the text has the focus. */
function go(step) {
  const at = references.indexOf(document.activeElement)
  const next = references[at + step]
  if (!next) return
  next.focus()
  next.scrollIntoView({ block: 'center' })
}

if (references.length > 0) {
  for (const keys of document.querySelectorAll('.keys')) keys.hidden = false
  text.addEventListener('focusin', ({ target }) => {
    if (target.classList.contains('ref')) showCurrent(target)
  })
  text.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'j') go(1)
    if (event.key === 'k') go(-1)
  })
}

/** Shows the fields that need a script, and reads a chosen file into its field. */
for (const field of document.querySelectorAll('[data-script]')) field.hidden = false
for (const input of document.querySelectorAll('input[data-into]')) {
  input.addEventListener('change', async () => {
    const [file] = input.files
    if (file) document.getElementById(input.dataset.into).value = await file.text()
  })
}
