export { type BatchOptions, readBatch } from './batch.ts'
