// The script of the page that reads a text. It starts the engine in a thread of the browser, so the text stays here and
// the page stays usable. Without it, the form sends the text to the server.

const form = document.getElementById('reading')
const field = document.getElementById('text-to-read')
const file = document.getElementById('file')
const published = document.getElementById('published')
const status = document.getElementById('reading-status')
const problem = document.getElementById('reading-problem')
const place = document.getElementById('findings')
const longest = Number(form.dataset.longest)
/** A text takes at most this many bytes for each unit of its length. */
const BYTES_MAX = 3

let engine = null
let asked = 0
let isBusy = false
let waiting = null
let json = ''

const inWords = (number) => number.toLocaleString('en')
const sizeInWords = (bytes) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

function complain(words) {
  problem.textContent = words
  status.textContent = ''
}

/** Starts the engine. As soon as it is ready, the page says that the text stays here. */
function start() {
  if (!form.dataset.engine || !window.Worker) return
  const worker = new Worker(form.dataset.engine)
  worker.addEventListener('message', ({ data }) => {
    if (data === 'ready') {
      engine = worker
      document.getElementById('place').hidden = true
      document.getElementById('place-local').hidden = false
    } else show(data)
  })
  worker.addEventListener('error', () => {
    isBusy = false
    // Before it is ready, the server reads instead. Later, the text must not leave without a word.
    if (engine) complain('This text could not be read here. Read it in parts.')
  })
}

/** Reads the text of the field, if it can be read. @param moves true if the focus goes to the findings. */
function read(moves) {
  const text = field.value
  problem.textContent = ''
  if (!/[\p{L}\p{N}]/u.test(text))
    return complain('There are no words to read. Paste a text, or choose a file.')
  if (text.length > longest)
    return complain(
      `The text has ${inWords(text.length)} characters. The most is ${inWords(longest)}: read it in parts.`,
    )
  status.textContent = `Reading ${inWords(text.length)} characters in this browser…`
  const next = { id: ++asked, moves, message: { id: asked, text, published: published.value } }
  if (isBusy) waiting = next
  else send(next)
}

let current = null

function send(next) {
  isBusy = true
  current = next
  engine.postMessage(next.message)
}

/** Shows the answer of the engine. Only the answer to the latest text is shown. */
function show(answer) {
  isBusy = false
  if (waiting) {
    send(waiting)
    waiting = null
    return
  }
  if (answer.problem) return complain(answer.problem)
  json = answer.json
  // The engine draws with the same template as the server, which escapes every word of the text.
  place.innerHTML = `<p class="note" id="where-read">Read in this browser. Nothing was sent.</p>${answer.html}`
  place.hidden = false
  document.getElementById('save').hidden = false
  const heading = document.getElementById('found')
  status.textContent = heading.textContent
  if (current.moves) heading.focus()
  else heading.scrollIntoView({ block: 'start' })
}

/** The beginnings of files that are not plain text, in words. */
const KINDS = [
  [/^%PDF-/, 'a PDF'],
  [/^PK\u0003\u0004/, 'a document or an archive of a word processor'],
  [/^\{\\rtf/, 'a rich text file'],
  [/^\s*<(?:!doctype|html|\?xml)/i, 'a web page'],
]

/** Reads a file into the field. */
async function open(chosen) {
  const name = `“${chosen.name}”`
  if (chosen.size === 0) return complain(`The file ${name} is empty. Choose another one.`)
  if (chosen.size > longest * BYTES_MAX)
    return complain(
      `The file ${name} has ${sizeInWords(chosen.size)}. The most is ${inWords(longest)} characters, about ${sizeInWords(longest)} of English text: read it in parts.`,
    )
  const bytes = await chosen.arrayBuffer()
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 200))
  const [, kind] = KINDS.find(([pattern]) => pattern.test(start)) ?? []
  if (kind)
    return complain(`The file ${name} is ${kind}. Copy its text and paste it, or save it as plain text.`)
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = '\0'
  }
  if (text.includes('\0'))
    return complain(
      `The file ${name} is not plain text in UTF-8. Save it as plain text (UTF-8), or copy its text and paste it.`,
    )
  field.value = text
  if (engine) read(true)
}

file.addEventListener('change', () => {
  const [chosen] = file.files
  if (chosen) open(chosen)
  file.value = ''
})

form.addEventListener('dragover', (event) => {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault()
})
form.addEventListener('drop', (event) => {
  const [chosen] = event.dataTransfer.files
  if (!chosen) return
  event.preventDefault()
  open(chosen)
})

field.addEventListener('paste', () => {
  // The field has the text only after the event.
  setTimeout(() => engine && read(false))
})

form.addEventListener('submit', (event) => {
  if (!engine) return
  event.preventDefault()
  read(true)
})

document.getElementById('save').addEventListener('click', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  link.download = 'findings.json'
  link.click()
  URL.revokeObjectURL(link.href)
})

start()
