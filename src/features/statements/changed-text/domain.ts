export { followInto } from './follow.ts'
export { compareTexts, relocate } from './relocate.ts'
