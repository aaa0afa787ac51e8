import type { Words } from '../../reader/words.ts'

/** Honours and degrees printed after a name: "David Lowe KC". No part of the name. */
const HONOURS = new Set(
  'KC QC SC CBE OBE MBE KBE DBE GBE CMG KCMG DSO FRS FRSE FBA FRCP FRCS PhD DPhil MBA CPA JD DDS DVM'.split(
    ' ',
  ),
)
/** Offices printed there, which are said without a name as well: "Labour MP". */
const OFFICES = new Set('MP MEP MSP MLA TD MD RN JP'.split(' '))

/** Where a run of capitals ends once what stands after the name is taken off. */
export function withoutPostNominals({ tokens }: Words, first: number, last: number): number {
  let end = last
  let honours = end
  while (end - first > 1) {
    const text = tokens[end - 1]?.text ?? ''
    if (HONOURS.has(text)) honours = end - 1
    else if (!OFFICES.has(text)) break
    end--
  }
  return honours < last || end - first > 2 ? end : last
}

export const isPostNominal = ({ tokens }: Words, index: number): boolean => {
  const text = tokens[index]?.text ?? ''
  return HONOURS.has(text) || OFFICES.has(text)
}
