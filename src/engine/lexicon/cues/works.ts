/** Nouns for works with a title of their own. Lower case. */
export const WORKS: ReadonlySet<string> = new Set(
  `song book film movie show program programme documentary novel album play essay series memoir single column episode
  musical poem painting article podcast ad advert advertisement commercial`.split(/\s+/),
)
