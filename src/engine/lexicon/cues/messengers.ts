/** People who pass on another person's words: "said through a lawyer", "through her interpreter". */
export const MESSENGER_NOUNS: ReadonlySet<string> = new Set(
  (
    'agent aide ambassador assistant attorney counsel emissary envoy intermediary intermediaries interpreter lawyer lawyers ' +
    'attorneys mediator mediators messenger messengers office press-secretary publicist representative representatives ' +
    'secretary solicitor solicitors spokesman spokeswoman spokesperson spokespeople translator'
  ).split(' '),
)
