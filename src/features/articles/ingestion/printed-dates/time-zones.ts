const HOUR = 60

/** The minutes east of UTC of printed abbreviations. Abbreviations with several common meanings, such as IST, are missing. */
const ABBREVIATIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    BST: 1,
    WEST: 1,
    CET: 1,
    WAT: 1,
    MEZ: 1,
    CEST: 2,
    MESZ: 2,
    EET: 2,
    SAST: 2,
    EEST: 3,
    MSK: 3,
    EAT: 3,
    PKT: 5,
    WIB: 7,
    HKT: 8,
    SGT: 8,
    PHT: 8,
    AWST: 8,
    JST: 9,
    KST: 9,
    ACST: 9.5,
    AEST: 10,
    ACDT: 10.5,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
    NDT: -2.5,
    BRT: -3,
    ART: -3,
    ADT: -3,
    NST: -3.5,
    EDT: -4,
    EST: -5,
    CDT: -5,
    CST: -6,
    MDT: -6,
    MST: -7,
    PDT: -7,
    PST: -8,
    AKDT: -8,
    AKST: -9,
    HST: -10,
  }).map(([name, hours]) => [name, hours * HOUR]),
)
/** Abbreviations that mean summer or winter time, with their zones. */
const SEASONAL: ReadonlyMap<string, string> = new Map([
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
])

/**
 * Returns the minutes east of UTC of a printed zone: `Z`, `EST`, `ET`, `+0100`, `GMT-05:00`.
 * @param localTime the printed time as milliseconds, as if it were UTC. It decides between summer and winter time.
 * @returns null if the zone is unknown.
 */
export function offsetOfZone(printed: string, localTime: number): number | null {
  const numeric = /^(?:GMT|UTC)?([+-])(\d\d):?(\d\d)?$/i.exec(printed)
  if (numeric) {
    const minutes = Number(numeric[2]) * HOUR + Number(numeric[3] ?? 0)
    return minutes > 14 * HOUR ? null : numeric[1] === '-' ? -minutes : minutes
  }
  const name = printed.toUpperCase()
  const zone = SEASONAL.get(name)
  return zone ? offsetIn(zone, localTime) : (ABBREVIATIONS.get(name) ?? null)
}

/** Returns the day of a time in milliseconds at an offset in minutes east of UTC. */
export const dayOf = (time: number, offset: number): string =>
  new Date(time + offset * 60_000).toISOString().slice(0, 10)

/** Returns the minutes east of UTC in an IANA zone at a time in milliseconds. */
export function offsetIn(zone: string, time: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(time)
  const partOf = (wanted: string): number => Number(parts.find(({ type }) => type === wanted)?.value ?? 0)
  const local = Date.UTC(partOf('year'), partOf('month') - 1, partOf('day'), partOf('hour'), partOf('minute'))
  return Math.round((local - time) / 60_000)
}
