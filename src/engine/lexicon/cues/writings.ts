/** Nouns for writings and recordings, which "show" or "find" rather than speak. Lower case. */
export const WRITING_NOUNS: ReadonlySet<string> = new Set(
  `statement letter email e-mail memo message tweet post note report release filing complaint lawsuit suit brief
  petition resolution speech op-ed editorial article column essay book transcript document paper press-release
  statements letters emails e-mails memos messages tweets posts notes reports documents filings complaints papers
  affidavit testimony declaration motion book ad ads advertisement video text texts story stories notice notices bulletin bulletins
  circular leaflet leaflets telegram postcard communique communiqué manifesto appeal apology caption rebuttal comment comments`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * Nouns for surveys and measurements. With them as subject, "shows", "finds" and "suggests" are reporting verbs. Lower
 * case.
 */
export const SURVEY_NOUNS: ReadonlySet<string> = new Set(
  `poll polls survey surveys study studies data figures statistics numbers analysis research records results review
  audit report reports census findings estimates average averages filings documents returns polling math count
  investigation`
    .split(/\s+/)
    .filter(Boolean),
)
