import { readFile } from 'node:fs/promises'

/** A step of prisma/partition-statements.sql. */
export interface Step {
  /** What its comment says first, such as `Step 4. Gathers figures`. */
  readonly name: string
  /** The statements of SQL, each for a transaction of its own, as psql runs them. */
  readonly statements: readonly string[]
}

const SCRIPT = new URL('../prisma/partition-statements.sql', import.meta.url)

/** Reads the steps of the script that partitions the table of statements. The first one begins with its functions. */
export async function readSteps(): Promise<readonly Step[]> {
  const [functions, ...steps] = (await readFile(SCRIPT, 'utf8')).split(/^(?=-- Step \d)/m)
  return steps.map((step, index) => ({
    name: /^-- (Step \d+\. [^:]*):/.exec(step)![1]!,
    statements: statementsOf(index === 0 ? functions + step : step),
  }))
}

/** Splits SQL whose statements end with a line that begins at the margin. */
const statementsOf = (sql: string): string[] =>
  sql
    .replace(/^\s*--.*$/gm, '')
    .split(/(?<=^(?:END )?\$\$;|^[A-Z][^\n]*;)$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
