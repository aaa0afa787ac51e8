/** Words that titles in many organizations share. A title with only such words does not identify its organization. */
export const COMMON_TITLE_WORDS: ReadonlySet<string> = new Set(
  (
    'acting administrator adviser advisor analyst assistant associate attorney board captain chair chairman chairperson ' +
    'chairwoman chancellor chief clerk club co-chair coach commander commissioner committee communications council ' +
    'councillor deputy director district editor executive financial first founder general governor group head interim ' +
    'joint judge leader lead legal magistrate majority manager managing mayor media member minister ministry minority ' +
    'national of officer official operating operations opposition party permanent police premier president press prime ' +
    'principal professor public regional relations representative research rector secretary senator senior sheriff ' +
    'speaker spokesman spokesperson spokeswoman state superintendent supreme team technical the trade treasurer under ' +
    'undersecretary union vice youth'
  ).split(' '),
)
