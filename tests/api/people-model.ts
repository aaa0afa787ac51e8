/** The names of a person, and the person into whom they were merged, by index. */
export interface Names {
  readonly name: string
  readonly aliases: readonly string[]
  readonly mergedInto: number | null
}

interface Move {
  readonly kind: 'merge' | 'split'
  readonly from: number
  readonly into: number
  readonly fromVersion: number
  readonly intoVersion: number
  readonly statements: readonly string[]
}

interface Change {
  readonly version: number
  readonly before: Names
  readonly after: Names
  readonly undoes: number | null
  readonly move: Move | null
}

export interface ModelPerson {
  readonly slug: string
  version: number
  names: Names
  readonly changes: Change[]
}

/** What a request must be answered: the status. */
export type Expected = 200 | 409 | 412 | 422

/**
 * A small model of people on record: who has which names and statements after corrections, merges, splits and undos. It
 * follows docs/reviewing.md and not the code.
 */
export class PeopleModel {
  readonly people: ModelPerson[]
  /** The person of each statement, by index. */
  readonly speakers: Map<string, number>

  constructor(people: readonly { slug: string; name: string }[], speakers: ReadonlyMap<string, number>) {
    this.people = people.map(({ slug, name }) => ({
      slug,
      version: 1,
      names: { name, aliases: [], mergedInto: null },
      changes: [],
    }))
    this.speakers = new Map(speakers)
  }

  statementsOf(person: number): string[] {
    return [...this.speakers]
      .filter(([, speaker]) => speaker === person)
      .map(([id]) => id)
      .sort()
  }

  rename(person: number, name: string): Expected {
    if (this.isMerged(person)) return 409
    const { names } = this.people[person]!
    const aliases = new Set([...names.aliases, names.name])
    aliases.delete(name)
    if (name !== names.name) this.change(person, { ...names, name, aliases: sorted(aliases) })
    return 200
  }

  addAlias(person: number, alias: string): Expected {
    if (this.isMerged(person)) return 409
    const { names } = this.people[person]!
    if (!names.aliases.includes(alias) && names.name !== alias)
      this.change(person, { ...names, aliases: sorted([...names.aliases, alias]) })
    return 200
  }

  merge(from: number, into: number): Expected {
    if (from === into) return 422
    if (this.isMerged(from) || this.isMerged(into)) return 409
    const [one, other] = [this.people[from]!.names, this.people[into]!.names]
    const aliases = new Set([...other.aliases, one.name, ...one.aliases])
    aliases.delete(other.name)
    const move = this.moveOf('merge', from, into, this.statementsOf(from))
    this.change(from, { ...one, mergedInto: into }, { move })
    this.change(into, { ...other, aliases: sorted(aliases) }, { move })
    this.point(move.statements, into)
    return 200
  }

  /** Moves some statements of a person to another. */
  split(from: number, into: number, statements: readonly string[]): Expected {
    if (from === into) return 422
    if (this.isMerged(from) || this.isMerged(into)) return 409
    const move = this.moveOf('split', from, into, statements)
    this.change(from, this.people[from]!.names, { move })
    this.change(into, this.people[into]!.names, { move })
    this.point(statements, into)
    return 200
  }

  /** Undoes the latest change that is not undone. */
  undo(person: number): Expected {
    const { changes, names } = this.people[person]!
    const undone = new Set(changes.map(({ undoes }) => undoes))
    const latest = changes.filter(({ version, undoes }) => undoes === null && !undone.has(version)).at(-1)
    if (latest?.move) return this.undoMove(latest.move)
    if (this.isMerged(person) || latest === undefined) return 409
    this.change(person, reverted(names, latest), { undoes: latest.version })
    return 200
  }

  private undoMove(move: Move): Expected {
    const { kind, from, into, fromVersion, intoVersion, statements } = move
    if (this.isMerged(into) || (kind === 'split' && this.isMerged(from))) return 409
    for (const [person, version] of [
      [from, fromVersion],
      [into, intoVersion],
    ] as const) {
      const { changes, names } = this.people[person]!
      const change = changes.find((one) => one.version === version)!
      this.change(person, reverted(names, change), { undoes: version })
    }
    this.point(
      statements.filter((id) => this.speakers.get(id) === into),
      from,
    )
    return 200
  }

  private isMerged(person: number): boolean {
    return this.people[person]!.names.mergedInto !== null
  }

  private moveOf(kind: Move['kind'], from: number, into: number, statements: readonly string[]): Move {
    const next = (person: number): number => this.people[person]!.version + 1
    return { kind, from, into, fromVersion: next(from), intoVersion: next(into), statements }
  }

  private change(
    person: number,
    after: Names,
    { undoes = null, move = null }: Partial<Pick<Change, 'undoes' | 'move'>> = {},
  ): void {
    const changed = this.people[person]!
    changed.version++
    changed.changes.push({ version: changed.version, before: changed.names, after, undoes, move })
    changed.names = after
  }

  private point(statements: readonly string[], person: number): void {
    for (const id of statements) this.speakers.set(id, person)
  }
}

const sorted = (names: Iterable<string>): string[] => [...names].sort()

/** Removes what a change added, and returns what it removed. Later changes stay. */
function reverted(now: Names, { before, after }: Change): Names {
  const aliases = new Set(now.aliases)
  for (const alias of after.aliases) if (!before.aliases.includes(alias)) aliases.delete(alias)
  for (const alias of before.aliases) if (!after.aliases.includes(alias)) aliases.add(alias)
  return {
    name: before.name === after.name ? now.name : before.name,
    aliases: sorted(aliases),
    mergedInto: before.mergedInto === after.mergedInto ? now.mergedInto : before.mergedInto,
  }
}
