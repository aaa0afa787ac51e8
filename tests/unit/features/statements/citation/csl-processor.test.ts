import locales from '@citation-js/plugin-csl/lib/locales.json' with { type: 'json' }
import styles from '@citation-js/plugin-csl/lib/styles.json' with { type: 'json' }
import CSL from 'citeproc'
import { expect, it } from 'vitest'
import { STYLES } from '../../../../../src/features/statements/citation/styles/table.ts'
import { cited } from './cited.ts'

/** Writes the reference of a CSL record with a CSL processor and its style for APA. */
function processed(record: string): string {
  const [item] = JSON.parse(record) as [{ id: string }]
  const engine = new CSL.Engine(
    { retrieveLocale: () => locales['en-US'], retrieveItem: () => item },
    styles.apa,
    'en-US',
  )
  engine.setOutputFormat('text')
  engine.updateItems([item.id])
  return engine.makeBibliography()[1].join('').trim()
}

it.each([
  {},
  { byline: null },
  { byline: 'Ada van Brandt and Reuters, Иван Петров' },
  { byline: 'The Gazette staff' },
  { byline: 'Иван Петров', title: 'Мы останемся' },
  { publisher: null },
  { published: '2026-03' },
  { published: '2026' },
  { isInferred: true },
  { source: null },
  { type: 'indirect' as const },
])('a CSL processor writes the CSL record as the APA reference (%j)', (given) => {
  const parts = cited(given)
  expect(processed(STYLES['csl-json'].reference(parts))).toBe(STYLES.apa.reference(parts).trim())
})

it('a CSL processor reads the parts that are known, where the styles differ', () => {
  const undated = processed(STYLES['csl-json'].reference(cited({ published: null })))
  expect(undated).toMatch(/^Brandt, A\. \(n\.d\.\)\. Harbour to open\. The Gazette\./)
  const untitled = processed(STYLES['csl-json'].reference(cited({ title: null })))
  expect(untitled).toMatch(/^Brandt, A\. \(2026, March 4\)\. The Gazette\./)
})
