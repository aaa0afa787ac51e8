declare module 'citeproc' {
  /** A processor of the Citation Style Language. Has the methods that the tests use. */
  class Engine {
    constructor(
      system: { retrieveLocale(tag: string): string; retrieveItem(id: string): object },
      style: string,
      language: string,
    )
    setOutputFormat(format: 'text'): void
    updateItems(ids: readonly string[]): void
    makeBibliography(): [parameters: object, entries: string[]]
  }
  const CSL: { readonly Engine: typeof Engine }
  export default CSL
}
