/**
 * Nouns for a topic. They do not tell what was said about it. Of 27 short complements with such a head in PolNeAR's
 * training part, one was annotated as reported speech.
 */
export const TOPIC_NOUNS: ReadonlySet<string> = new Set(
  `rationale reason reasons reasoning stance position thinking background context details situation matter matters
  issue issues question questions topic topics subject subjects mood scene anonymity`.split(/\s+/),
)

/** Things that people declare to an office, and not in words. */
export const PROPERTY_NOUNS: ReadonlySet<string> = new Set(
  `gift gifts income incomes asset assets interest interests dividend dividends donation donations ticket tickets
  earnings property properties goods cash wealth shares holdings`.split(/\s+/),
)
