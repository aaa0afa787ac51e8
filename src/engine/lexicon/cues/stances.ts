/**
 * Adjectives for a firm view: "is adamant that". In PolNeAR's training part, all nine clauses after such an adjective
 * are annotated.
 */
export const STANCE_ADJECTIVES: ReadonlySet<string> = new Set(
  `adamant categorical certain confident convinced doubtful emphatic explicit firm hopeful insistent optimistic outspoken
  pessimistic sceptical skeptical sure unapologetic unconvinced unequivocal unsure upbeat`.split(/\s+/),
)
