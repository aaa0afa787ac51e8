import { z } from 'zod'

/** One figure of a measurement. */
export const AccuracyFigure = z.strictObject({
  name: z.string().describe('What the figure counts.'),
  value: z.number().describe('The figure.'),
  unit: z.enum(['percent', 'count']),
  of: z.int().nullable().describe('The number of cases; null if unknown.'),
  aim: z
    .string()
    .nullable()
    .describe('The bound that a release must keep, such as `>= 99.5`; null if there is none.'),
})

/** The results for one kind of quotation. */
export const AccuracyKind = z.strictObject({
  kind: z.string().describe('The change to the words.'),
  tried: z.int(),
  verdicts: z.record(z.string(), z.int()).describe('The number of quotations with each verdict.'),
  right: z.int().describe('With a verdict that is right for this kind.'),
  matched: z.int().nullable().describe('With the right statement; null if none is right.'),
  named: z.int().nullable().describe('With the right name of the change; null if names do not count.'),
  flagged: z.int().nullable().describe('With the dropped negation shown; null if none was dropped.'),
})

/** A published measurement of one part of the service. */
export const AccuracyMeasurement = z.strictObject({
  measured: z.string().describe('The day of the measurement.'),
  version: z.string().describe('The version of the service that was measured.'),
  on: z.string().describe('The material of the measurement.'),
  reproduce: z.string().describe('The command that measures it again, in a clone of the repository.'),
  document: z.string().describe('The document of the repository that explains it.'),
  figures: z.array(AccuracyFigure),
  kinds: z.array(AccuracyKind).describe('The figures by kind of quotation; empty if there are no kinds.'),
})
export type AccuracyMeasurement = z.infer<typeof AccuracyMeasurement>

/** The published figures of the running version. */
export const Accuracy = z.strictObject({
  version: z.string().describe('The version that answers.'),
  engine: AccuracyMeasurement.describe('How often the engine reads statements right.'),
  verifier: AccuracyMeasurement.describe('How often quotations get the right verdict.'),
})
