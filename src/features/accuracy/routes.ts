import { API_INFO } from '../../documentation/api.ts'
import type { App } from '../../http/instance.ts'
import { PUBLISHED_FIGURES } from './domain.ts'
import { Accuracy } from './schema.ts'

/** The answer with one figure and one kind of each part. */
const EXAMPLE = {
  version: API_INFO.version,
  engine: { ...PUBLISHED_FIGURES.engine, figures: PUBLISHED_FIGURES.engine.figures.slice(0, 1) },
  verifier: {
    ...PUBLISHED_FIGURES.verifier,
    figures: PUBLISHED_FIGURES.verifier.figures.slice(0, 1),
    kinds: PUBLISHED_FIGURES.verifier.kinds.slice(0, 1),
  },
}

/** Mounts the published figures of the engine and the verifier. */
export function accuracyRoutes(app: App): void {
  const figures = { version: API_INFO.version, ...PUBLISHED_FIGURES }
  app.get(
    '/accuracy',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'getAccuracy',
        tags: ['service'],
        summary: 'How often the service is right',
        description:
          'The published figures of the engine and of the verifier: what was measured, on what, when, with which version, and the command that measures it again.',
        response: { 200: Accuracy.meta({ examples: [EXAMPLE] }) },
      },
    },
    async () => figures,
  )
}
