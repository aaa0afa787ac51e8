const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** First words of a phrase that can date the whole sentence: "On Tuesday", "Speaking in Cairo on Monday". */
export const PHRASE_OPENERS = set(
  `in on at during over late early earlier later last this that also but and then yet so speaking appearing
  testifying writing talking addressing outside inside meanwhile just only even again when while as once back next by shortly hours minutes moments soon immediately
  days weeks`,
)

/** Words before an event that took place before the statement. */
export const AFTER_EVENT = set(
  `after following asked about regarding concerning responding response reacting reaction commenting comment
  comments question questions discussing referring reference wake`,
)

/** Words before an event that took place after the statement, or is unrelated to it. */
export const BEFORE_EVENT = set(
  'before until till ahead pending for toward towards against by since over amid despite',
)

/** Words that begin a clause about another person or thing. */
export const ASIDE_OPENERS = set('who whose whom which that where because although though if unless whether')

/** Verbs and nouns of speaking. A date beside them is the date of the words. */
export const SPEAKING_WORDS = set(
  `speaking spoke speech talking appearing appeared appearance testifying testified testimony writing wrote addressing
  addressed address interview interviews briefing briefed conference debate debated rally rallied rallying campaigning
  campaigned hearing statement remarks told statements tweeted tweet posted post broadcast aired telling interviewed
  news-conference op-ed column letter event forum panel reporters`,
)

/** Words of a meeting at which an interview took place: "We met her at her office on 9 March". */
export const MEETING_WORDS = set(
  `met meet talked spoke sat visited interviewed caught conversation conversations recorded taped filmed conducted
  reached received phoned telephoned telephone phone emailed email e-mail answered replied responded asked questioned
  questions discussion discussed exchange faced hosted guest joined welcomed invited session webinar seminar podcast
  programme program show radio studio call line video stream livestream gathering meeting assembly roundtable chaired
  moderated excerpts transcript chat`,
)

/** Participles that date the messages of a chat: "These messages were sent on 4 November". */
export const WRITING_WORDS = set('written sent exchanged posted')

/** Occasions of speech that can also be the topic. In "asked about a rally on May 2" the date belongs to the rally. */
export const SPEECH_OCCASIONS = set(
  'speech appearance testimony address debate rally hearing event forum panel conference broadcast',
)

/** Acts of communication. Their date is the date of the quoted words after them. */
export const COMMUNICATION_VERBS = set(
  `rejected dismissed defended criticized criticised attacked denounced condemned praised called urged warned responded
  welcomed blasted slammed vowed promised pledged apologized apologised acknowledged confirmed denied announced
  answered reacted replied complained argued clarified explained reaffirmed insisted accused challenged mocked
  ridiculed declared endorsed conceded stressed noted addressed discussed outlined unveiled lashed`,
)

/** Nouns for a part of a period. After any other noun, "of" connects a date with the noun: "the class of 2014". */
export const PARTS_OF_TIME = set(
  'day hours morning afternoon evening night week weekend end beginning start middle',
)

/** Participles that date a document: "a report released Tuesday". */
export const ISSUING_PARTICIPLES = set(
  'released published issued posted aired broadcast dated filed unveiled printed conducted taken sent written made delivered given held',
)

/** Prepositions before an event at which the words were spoken: "in Tuesday's debate", "at the 2012 convention". */
export const EVENT_PREPOSITIONS = set('in at during')

export const PERSON_PRONOUNS = set('he she they it who him her them i we')

export const ARTICLES = set('the a an his her its their this that our my')
