/** Nouns for events that take place on a day. A day after such a noun is the day of the event. Lower case. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  `accident airstrike airstrikes ambush appearance arrest arrests assault attack attacks ballot blast blaze bombing
  bombings broadcast burial caucuses ceremony clash clashes collapse collision concert conference contest convention
  coronation coup crash cyclone death deaths debate debates defeat demonstration demonstrations derailment draw
  earthquake election elections eruption execution explosion explosions fatalities festival fight final fire fires
  flood floods funeral game games gathering hearing hurricane incident incidents killing killings landslide launch loss
  march marches massacre match matches meeting meetings mission murder murders outage parade performance poll polls
  primaries primary procession protest protests race races raid raids rally rallies referendum riot riots robbery sale
  sermon shooting shootings show sinking sitting speech stabbing storm strike strikes summit surgery talks theft
  tournament tragedy trial trip unrest victory vigil violence visit vote votes walkout wedding win wins`
    .split(/\s+/)
    .filter(Boolean),
)
