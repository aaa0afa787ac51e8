/** Bodies that hear evidence. Lower case. */
export const HEARING: ReadonlySet<string> = new Set(
  `court courts jury jurors inquest tribunal inquiry enquiry hearing committee commission panel judge judges magistrate
  magistrates trial coroner mps peers senators councillors councilors bench assembly parliament`.split(/\s+/),
)

/** Hearers in lower case that take no name in apposition. "the court Ali Khan" is a court and a person. */
export const HEARERS: ReadonlySet<string> = new Set(
  'court courts jury jurors inquest tribunal inquiry enquiry hearing trial reporters journalists'.split(' '),
)
