export { findUnsaid } from './unsaid.sql.ts'
