/**
 * Nouns for a topic. They do not tell what was said about it. Of 27 short complements with such a head in PolNeAR's
 * training part, one was annotated as reported speech.
 */
export const TOPIC_NOUNS: ReadonlySet<string> = new Set(
  `rationale reason reasons reasoning stance position thinking background context details situation matter matters
  issue issues question questions topic topics subject subjects mood scene`.split(/\s+/),
)
