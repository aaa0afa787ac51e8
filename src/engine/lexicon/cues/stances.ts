/**
 * Adjectives for how firmly a person holds a view: "is adamant that". All nine such clauses in PolNeAR's training
 * part are annotated.
 */
export const STANCE_ADJECTIVES: ReadonlySet<string> = new Set(
  `adamant categorical certain confident convinced doubtful emphatic explicit firm hopeful insistent optimistic outspoken
  pessimistic sceptical skeptical sure unapologetic unconvinced unequivocal unsure upbeat`.split(/\s+/),
)
