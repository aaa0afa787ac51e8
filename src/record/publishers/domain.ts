export { countPublishers, findPublisherNames, listPublishers } from './store.sql.ts'
