/** Labels of turns that are no names: "Q:", "Interviewer:". Lower case. */
const TURN_WORDS: ReadonlySet<string> = new Set(
  (
    'q a question answer questioner interviewer interviewee reporter journalist moderator host presenter anchor audience speaker caller ' +
    'narrator voiceover unidentified participant respondent operator all male female man woman crowd chair chairman chairwoman court ' +
    'witness clerk judge counsel member members several'
  ).split(' '),
)

export const isTurnWord = (lower: string): boolean => TURN_WORDS.has(lower)
