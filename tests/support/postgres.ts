import pg from 'pg'

/** Returns the URL of another database on the same server. */
export function urlWithName(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

export interface Login {
  readonly role: string
  readonly password: string
}

/** Returns the same URL with another role. */
export const urlAs = (url: string, { role, password }: Login): string =>
  Object.assign(new URL(url), { username: role, password }).href

/** Creates a role that can only log in. */
export const createRole = (serverUrl: string, { role, password }: Login): Promise<void> =>
  administer(serverUrl, async (client) => {
    await client.query(`create role ${role} login password '${password}'`)
  })

/** Drops a role. It must own nothing and have no rights on existing objects. */
export const dropRole = (serverUrl: string, role: string): Promise<void> =>
  administer(serverUrl, async (client) => {
    await client.query(`drop role if exists ${role}`)
  })

export const createDatabase = (serverUrl: string, name: string, template?: string): Promise<void> =>
  administer(serverUrl, async (client) => {
    await client.query(`create database ${name}${template ? ` template ${template}` : ''}`)
  })

export const dropDatabase = (serverUrl: string, name: string): Promise<void> =>
  administer(serverUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
  })

/** Drops every database whose name begins with `prefix`. */
export const dropDatabases = (serverUrl: string, prefix: string): Promise<void> =>
  administer(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  })

async function administer(serverUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
