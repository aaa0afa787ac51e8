export { attributionOf, speakerNameOf, titleOf } from './facts.ts'
export type { FormatContext, StatementFormat } from './format.ts'
export { EXPORT_FORMATS } from './table.ts'
export { escapeXml } from './xml.ts'
