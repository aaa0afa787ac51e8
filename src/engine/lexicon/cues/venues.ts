/** Nouns for the occasions, places and media of statements. Lower case. */
export const VENUE_NOUNS: ReadonlySet<string> = new Set(
  `interview interviews statement statements speech speeches address remarks briefing briefings conference conferences
  rally rallies debate debates hearing hearings meeting meetings testimony email e-mail letter memo tweet tweets post
  posts blog op-ed editorial article column essay book report call news press release appearance event events forum
  town hall fundraiser radio television tv show podcast twitter facebook instagram youtube filing affidavit lawsuit
  court deposition message messages video campaign convention visit trip stop dinner lunch breakfast luncheon ceremony
  panel summit session conversation discussion response reply answer question questions application brief study survey
  poll documents documentary ad commercial transcript newsletter note sermon lecture toast congress parliament senate
  commons chamber`
    .split(/\s+/)
    .filter(Boolean),
)
