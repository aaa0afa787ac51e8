export { type SubmitOptions, submitJob } from './submit.ts'
