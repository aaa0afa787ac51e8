import { Listed } from '../../lexicon/names/name-lists.ts'
import { listsAt, type Words } from '../../reader/words.ts'

/** Honors and degrees after a name: "David Lowe KC". They are no part of the name. */
const HONORS = new Set(
  'KC QC SC BL SAN OAM QPM KPM GCON OON MFR CBE OBE MBE KBE DBE GBE CMG KCMG DSO FRS FRSE FBA FRCP FRCS PhD DPhil MBA CPA JD DDS DVM'.split(
    ' ',
  ),
)
/** Offices after a name. They can also stand without a name: "Labour MP". */
const OFFICES = new Set('MP MEP MSP MLA TD MD RN JP'.split(' '))

/** Returns the end of a run of capitalized words without the honors and offices after the name. */
export function withoutPostNominals(words: Words, first: number, last: number): number {
  const { tokens } = words
  let end = last
  let honors = end
  while (end - first > 1) {
    const text = tokens[end - 1]?.text ?? ''
    if (HONORS.has(text)) honors = end - 1
    else if (!OFFICES.has(text)) break
    end--
  }
  const isNamed = end - first > 2 || (end - first === 2 && (listsAt(words, first) & Listed.givenStart) !== 0)
  return honors < last || isNamed ? end : last
}

/** Returns true for an honor, a degree or an office after a name. */
export const isPostNominal = ({ tokens }: Words, index: number): boolean => {
  const text = tokens[index]?.text ?? ''
  return HONORS.has(text) || OFFICES.has(text)
}
