// The script of the review desk. Everything works without it. It adds keys, the choice of words by selecting them, and
// steps that do not load the whole page again.

const SWITCH = 'desk-keys-off'
const help = document.querySelector('#keys-switch')

/** Shows whether the keys are on. They can be turned off, because voice control also types letters. */
function showKeys() {
  const isOn = localStorage.getItem(SWITCH) === null
  for (const keys of document.querySelectorAll('kbd.desk-keys')) keys.hidden = !isOn
  help?.setAttribute('aria-pressed', String(isOn))
  if (help) help.textContent = isOn ? 'Keys are on' : 'Keys are off'
  return isOn
}
if (help) help.closest('section').hidden = false
showKeys()
help?.addEventListener('click', () => {
  if (localStorage.getItem(SWITCH) === null) localStorage.setItem(SWITCH, '1')
  else localStorage.removeItem(SWITCH)
  showKeys()
})

/** Runs the control that a key names, unless a person types in a field. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return
  if (event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select')) return
  if (localStorage.getItem(SWITCH) !== null) return
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
  if (!control) return
  event.preventDefault()
  control.click()
})

/** Loads an address, and replaces one element of this page by the same element there. */
async function replace(id, url) {
  const answer = await fetch(url)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(id)
  if (!answer.ok || !fresh) {
    location.assign(url)
    return null
  }
  document.getElementById(id).replaceWith(fresh)
  prepare(fresh)
  const announced = document.getElementById('announced')
  if (announced && fresh.dataset.said) announced.textContent = fresh.dataset.said
  return fresh
}

/** Returns the address to which a form with the method GET leads. */
function addressOf(form, submitter) {
  const url = new URL(form.action)
  url.search = new URLSearchParams(new FormData(form, submitter))
  return url
}

document.addEventListener('submit', async (event) => {
  const form = event.target
  const id = form.dataset.fragment
  if (!id) return
  event.preventDefault()
  const { submitter } = event
  const fresh = await replace(id, addressOf(form, submitter))
  if (!submitter?.name) return
  const again = fresh?.querySelector(`[name="${submitter.name}"][value="${CSS.escape(submitter.value)}"]`)
  const target = again ?? fresh?.querySelector('button[name]')
  target?.focus()
})

/** Returns the selected words of a passage as offsets in the text; null if nothing in it is selected. */
function selectedIn(passage) {
  const selection = getSelection()
  if (selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return null
  const before = document.createRange()
  before.setStart(passage, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const words = range.toString()
  const start =
    Number(passage.dataset.start) + before.toString().length + words.length - words.trimStart().length
  return words.trim() === '' ? null : `${start}-${start + words.trim().length}`
}

/** Makes the controls of an element work that need a script. */
function prepare(element) {
  for (const control of element.querySelectorAll('[data-script]')) control.hidden = false
  for (const button of element.querySelectorAll('[data-pick]')) {
    // Pressing the button must not end the selection.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', async () => {
      const editor = button.closest('[id]')
      const picked = selectedIn(editor.querySelector('.pick'))
      if (!picked) {
        document.getElementById('announced').textContent = 'Select words in the text first.'
        return
      }
      const form = document.getElementById('steps')
      const url = addressOf(form)
      if (button.dataset.pick === 'add')
        url.searchParams.set('pieces', `${url.searchParams.get('pieces')},${picked}`)
      else url.searchParams.set('pieces', picked)
      const fresh = await replace(editor.id, url)
      fresh?.querySelector(`[data-pick="${button.dataset.pick}"]`)?.focus()
    })
  }
}
prepare(document)

/** Loads the progress of a job again until it is done. Waits while the focus is in it. */
function poll() {
  const progress = document.querySelector('[data-poll]')
  if (!progress) return
  setTimeout(async () => {
    if (!progress.contains(document.activeElement)) await replace(progress.id, location.href)
    poll()
  }, 2000)
}
poll()
