import pg from 'pg'

const { builtins } = pg.types
const TEXT_ARRAY = 1009
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TIMESTAMPTZ_ARRAY = 1185

type Parser = (value: string) => unknown

const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY as number) as (value: string) => (string | null)[]

const listOf =
  (parse: Parser): Parser =>
  (value) =>
    parseTextArray(value).map((item) => item && parse(item))

const asPrinted: Parser = (value) => value

/**
 * Converts `2026-11-23 10:00:00.5+00` to `2026-11-23T10:00:00.500Z`. The characters are copied, because sessions are in
 * UTC.
 */
const toInstant: Parser = (value) =>
  INSTANT_IN_UTC.test(value)
    ? `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, '0')}Z`
    : new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()

const INSTANT_IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/

const PARSERS = new Map<number, Parser>([
  [builtins.INT8, Number],
  [INT8_ARRAY, listOf(Number)],
  [builtins.DATE, asPrinted],
  [DATE_ARRAY, listOf(asPrinted)],
  [builtins.TIMESTAMPTZ, toInstant],
  [TIMESTAMPTZ_ARRAY, listOf(toInstant)],
])

/**
 * The types of the values in rows of hand-written SQL: `date` as `YYYY-MM-DD`, `timestamptz` as an ISO 8601 string in
 * UTC with milliseconds, `int8` (and so `count(*)`) as a number, `numeric` as a string, `json` parsed, text arrays as
 * arrays. Arrays of enums arrive as text. Cast them to `text[]`.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
