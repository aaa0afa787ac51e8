import { groupDue } from '../record/statements/sightings/domain.ts'
import type { Config } from '../service/config.ts'
import { createLogger } from '../service/logging.ts'
import { withDatabase } from './with-database.ts'

/**
 * Groups the statements that were on record before sightings were grouped. It can run beside the service. If it is
 * stopped, it continues there when it runs again.
 */
export async function sightingsCommand(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  await withDatabase(config, log, async ({ db }) => {
    let grouped = 0
    for (let piece = await groupDue(db); piece > 0; piece = await groupDue(db)) grouped += piece
    log.info(`Compared ${grouped} statements with the record`)
  })
}
