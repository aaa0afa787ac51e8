import { z } from 'zod'

const path = (description: string) => z.string().describe(description)

/** The links to the lists of the API and to its documents, as absolute paths. */
export const Directory = z
  .object({
    name: z.string(),
    version: z.string().describe('The version of the service.'),
    description: z.string(),
    links: z.object({
      search: path('Answers to plain questions.'),
      statements: path('Who said what, when.'),
      export: path('All statements at once.'),
      officials: path('People on record.'),
      organizations: path('Organizations on record.'),
      dates: path('Dates on which something was said.'),
      articles: path('The articles that were read.'),
      publishers: path('The publishers of these articles.'),
      changes: path('Every change, in order.'),
      accuracy: path('How often the service is right.'),
    }),
    documents: z.object({
      openapi: path('The description of this API.'),
      docs: path('A page to try the API.').nullable().describe('null if the page is switched off.'),
      errors: path('Every error and its remedy.'),
    }),
  })
  .describe('Links to the lists of the service.')
export type Directory = z.infer<typeof Directory>
