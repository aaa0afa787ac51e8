/**
 * The zones of cities that American agencies print without a state or a country. Only zones west of UTC are here: an
 * evening there is the next day in UTC.
 */
const CITIES: Readonly<Record<string, string>> = {
  'America/New_York':
    'NEW YORK|WASHINGTON|BOSTON|ATLANTA|MIAMI|PHILADELPHIA|BALTIMORE|DETROIT|CLEVELAND|PITTSBURGH|CINCINNATI|CHARLOTTE|RALEIGH|ALBANY|BUFFALO|TALLAHASSEE|ORLANDO|TAMPA|RICHMOND|INDIANAPOLIS|COLUMBUS|HARTFORD|UNITED NATIONS',
  'America/Chicago':
    'CHICAGO|HOUSTON|DALLAS|AUSTIN|SAN ANTONIO|FORT WORTH|ST. LOUIS|MILWAUKEE|MINNEAPOLIS|ST. PAUL|NEW ORLEANS|NASHVILLE|MEMPHIS|OKLAHOMA CITY|KANSAS CITY|OMAHA|DES MOINES|MADISON|LITTLE ROCK|BATON ROUGE|JACKSON',
  'America/Denver': 'DENVER|SALT LAKE CITY|ALBUQUERQUE|SANTA FE|BOISE|CHEYENNE|BILLINGS',
  'America/Phoenix': 'PHOENIX|TUCSON',
  'America/Los_Angeles':
    'LOS ANGELES|SAN FRANCISCO|SAN DIEGO|SACRAMENTO|SEATTLE|PORTLAND|LAS VEGAS|OAKLAND|SAN JOSE|OLYMPIA',
  'America/Anchorage': 'ANCHORAGE|JUNEAU',
  'Pacific/Honolulu': 'HONOLULU',
  'America/Toronto': 'TORONTO|OTTAWA|MONTREAL',
  'America/Vancouver': 'VANCOUVER',
  'America/Mexico_City': 'MEXICO CITY',
  'America/Sao_Paulo': 'SAO PAULO|RIO DE JANEIRO|BRASILIA',
  'America/Argentina/Buenos_Aires': 'BUENOS AIRES',
  'America/Bogota': 'BOGOTA',
}
const ZONE_OF = new Map(
  Object.entries(CITIES).flatMap(([zone, cities]) =>
    cities.split('|').map((city): [string, string] => [city, zone]),
  ),
)
/** A place in capitals at the start of a paragraph, then an agency or a state, then a dash. */
const DATELINE = /^([A-Z][A-Z. ]{2,29}?)(?:, [\p{L}. ]{2,20})?(?: \([\p{L} ]{2,20}\))? ?(?:—|–|--| - )/mu

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** Returns the zone of a city; null if it is unknown. */
export const zoneOfPlace = (place: string): string | null =>
  ZONE_OF.get(plain(place).toUpperCase().split(',')[0]!.trim()) ?? null

/** Returns the zone of the dateline at the start of one of the paragraphs; null if there is none, or it is unknown. */
export const zoneOfDateline = (paragraphs: string): string | null =>
  zoneOfPlace(DATELINE.exec(plain(paragraphs))?.[1] ?? '')
