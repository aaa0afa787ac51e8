import { readFile, writeFile } from 'node:fs/promises'

const PAGE = new URL('../../clients/typescript/README.md', import.meta.url)

const EXAMPLE = /^```ts\n(?<program>.*?)^```\n(?:\n```text\n(?<output>.*?)^```\n)?/gms
const IMPORT = "import { createClient } from 'onrecord-client'\n"

/** A program of the page, and what it prints according to the page. */
interface Example {
  readonly program: string
  readonly output: string
}

/** Returns the programs of the page. Each gets the line with which they all begin. */
export async function readExamples(): Promise<Example[]> {
  const page = await readFile(PAGE, 'utf8')
  return [...page.matchAll(EXAMPLE)]
    .filter(([, program]) => program !== IMPORT)
    .map(({ groups }) => ({ program: IMPORT + groups!['program'], output: groups!['output'] ?? '' }))
}

/** Writes the outputs of the programs into the page. */
export async function writeOutputs(outputs: readonly string[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const left = [...outputs]
  const written = page.replace(EXAMPLE, (whole, program: string) =>
    program === IMPORT ? whole : `\`\`\`ts\n${program}\`\`\`\n\n\`\`\`text\n${left.shift()}\`\`\`\n`,
  )
  await writeFile(PAGE, written)
}
