export { findChanges } from './store.ts'
