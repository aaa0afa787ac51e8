/**
 * Adjectives for how firmly somebody holds what a clause with "that" says: "is adamant that". All nine such clauses in
 * PolNeAR's training part are annotated, as views rather than words.
 */
export const STANCE_ADJECTIVES: ReadonlySet<string> = new Set(
  `adamant categorical certain confident convinced doubtful emphatic explicit firm hopeful insistent optimistic outspoken
  pessimistic sceptical skeptical sure unapologetic unconvinced unequivocal unsure upbeat`.split(/\s+/),
)
