/** Acts of telling that a person can decline: "declined to name the buyer". Base forms. */
export const TELLING_ACTS: ReadonlySet<string> = new Set(
  'name identify discuss address specify provide disclose detail define reveal describe explain offer answer respond speculate weigh speak talk rule affirm share'.split(
    ' ',
  ),
)
