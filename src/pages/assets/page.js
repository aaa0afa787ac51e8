// The script of all pages. Everything works without it; it adds buttons, keys, and a margin that follows the text.

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

/** Shows the buttons that save the text of the element that they name as a file. */
for (const button of document.querySelectorAll('button[data-save]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    const link = document.createElement('a')
    const words = document.getElementById(button.dataset.save).textContent
    link.href = URL.createObjectURL(new Blob([words], { type: 'application/json' }))
    link.download = button.dataset.name
    link.click()
    URL.revokeObjectURL(link.href)
  })
}

/** Shows the buttons that share an address, where the device can. A reader who decides not to has done nothing wrong. */
for (const button of document.querySelectorAll('button[data-share]')) {
  if (!navigator.share) break
  button.hidden = false
  button.addEventListener('click', () => {
    navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {})
  })
}

/** Shows the fields and the words that need a script. */
for (const part of document.querySelectorAll('[data-script]')) part.hidden = false

// A page can get its text later, so everything below asks the document.

const noteOf = (reference) => document.getElementById(reference.hash.slice(1))

/** Brings a note of the margin into view, a third from its top. Moves only the margin. */
function showInMargin(note) {
  const margin = note?.closest('.margin')
  if (!margin || margin.scrollHeight <= margin.clientHeight) return
  const distance = note.getBoundingClientRect().top - margin.getBoundingClientRect().top
  margin.scrollTop += distance - margin.clientHeight / 3
}

/** Shows which statement of the text is current: marks its words and its note. */
function showCurrent(reference) {
  for (const one of document.querySelectorAll('.current')) one.classList.remove('current')
  const note = noteOf(reference)
  const number = note?.querySelector('.back')?.lastChild?.textContent
  for (const mark of document.querySelectorAll('#text .q')) {
    if (mark.dataset.n.split(' ').includes(number)) mark.classList.add('current')
  }
  note?.classList.add('current')
  showInMargin(note)
}

document.addEventListener('focusin', ({ target }) => {
  if (target.matches('#text .ref')) showCurrent(target)
})

/** Goes to the next (1) or the previous (-1) statement of the text. */
function go(step) {
  const references = [...document.querySelectorAll('#text .ref')]
  const next = references[references.indexOf(document.activeElement) + step]
  if (!next) return
  next.focus()
  next.scrollIntoView({ block: 'center' })
}

// The keys count only while the text has the focus.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest('#text')) return
  if (event.key === 'j') go(1)
  if (event.key === 'k') go(-1)
})
for (const keys of document.querySelectorAll('.keys')) keys.hidden = false

let isFollowing = false

/** Keeps the notes of the margin beside their text while the page scrolls. */
function follow() {
  isFollowing = false
  if (document.activeElement?.closest('.margin')) return
  const references = [...document.querySelectorAll('#text .ref')]
  const top = references.find((reference) => reference.getBoundingClientRect().top >= 0) ?? references.at(-1)
  if (top) showInMargin(noteOf(top))
}

document.addEventListener(
  'scroll',
  () => {
    if (isFollowing) return
    isFollowing = true
    requestAnimationFrame(follow)
  },
  { passive: true },
)
