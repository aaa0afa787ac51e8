import { parquetReadObjects } from 'hyparquet'

/** Reads a Parquet file. Days are `YYYY-MM-DD`, and instants are ISO 8601. */
export async function readParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const rows = await parquetReadObjects({
    file: new Uint8Array(bytes).buffer,
    parsers: {
      dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
      timestampFromMilliseconds: (millis: bigint) => new Date(Number(millis)).toISOString(),
    },
  })
  return rows.map((row) => ({ ...row }))
}

interface Answer {
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  readonly rawPayload: Uint8Array
}

/** Returns a body as text. A Parquet file becomes JSON. */
export const textOf = async ({ headers, body, rawPayload }: Answer): Promise<string> =>
  String(headers['content-type']).endsWith('parquet') ? JSON.stringify(await readParquet(rawPayload)) : body
