import type { Transition } from './schema.ts'

/** The texts about each transition in the API's documents. */
export const TRANSITION_TEXTS: Readonly<
  Record<Exclude<Transition, 'restore'>, readonly [summary: string, description: string]>
> = {
  verify: ['Verify a statement', 'Confirms that the article reports it like this. From machine or disputed.'],
  dispute: ['Dispute a statement', 'Marks it as disputed; it stays in lists. From machine or verified.'],
  retract: [
    'Retract a statement',
    'Withholds its words. Reading it answers 410 with the time, the key and the reason, and lists only show that it existed. From machine, verified or disputed.',
  ],
  reject: [
    'Reject a statement',
    'Marks it as an error of the machine. It stays readable, and lists show it on request. From machine, verified or disputed.',
  ],
}
