/** The lines of a stream of UTF-8, without their ends, one at a time: the next is read when this one is done with. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  for await (const bytes of stream) {
    const chunk = decoder.decode(bytes, { stream: true })
    let start = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      parts.push(chunk.slice(start, end))
      yield parts.join('')
      parts = []
      start = end + 1
    }
    parts.push(chunk.slice(start))
  }
  const last = parts.join('') + decoder.decode()
  if (last) yield last
}
