export { countPublishers, listPublishers } from './store.sql.ts'
