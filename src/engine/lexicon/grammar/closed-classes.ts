/** Words of the closed classes, and frequent adverbs and adjectives that no suffix shows. Lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

export const PERSONAL_PRONOUNS = words(
  `i me we us you he him she her they them it myself ourselves yourself yourselves himself herself themselves itself
  mine ours yours hers theirs one`,
)
/** Pronouns that can only be a subject. */
export const SUBJECT_PRONOUNS = words('i we he she they')
export const INDEFINITE_PRONOUNS = words(
  `someone somebody anyone anybody everyone everybody nobody no-one nothing something anything everything none
  others another these those this that all many most some few several both each either neither`,
)
export const DETERMINERS = words(
  `the a an this that these those my your his her its our their some any no every each either neither another
  such both all many most several few more less much enough half various certain one`,
)
export const POSSESSIVE_DETERMINERS = words('my your his her its our their whose')
export const PREPOSITIONS = words(
  `of in on at by for from with about against between into through during before after above below under over
  without within along across behind beyond near since until till upon among amongst toward towards despite
  throughout onto off out up down around via per amid amidst like unlike regarding concerning including excluding
  besides beside beneath inside outside past than as except aboard atop versus vs vs. following`,
)
export const COORDINATORS = words('and or but nor yet plus &')
export const SUBORDINATORS = words(
  `that whether if because although though while whereas unless until since when whenever where wherever once
  before after as so lest`,
)
export const WH_WORDS = words('who whom whose which what where when why how whoever whatever whichever')
export const MODALS = words(
  "will would can could may might must shall should ought 'll 'd wo ca need-n't cannot wo sha",
)
export const BE = words("be am is are was were been being 'm 're ai")
export const HAVE = words("have has had having 've")
export const DO = words('do does did done doing')
export const NEGATIONS = words("not n't never cannot neither nor hardly barely scarcely")
export const ADVERBS = words(
  `also just still already always often never ever again too very quite rather almost even only once twice soon later
  earlier then now here there however therefore thus moreover meanwhile instead perhaps maybe indeed together apart
  sometimes usually yesterday today tonight tomorrow ago away back far further forward else well not first last next
  once long so as far seldom rarely abroad overseas afterward afterwards beforehand likewise otherwise nonetheless
  nevertheless anyway somewhat somehow more less most least much`,
)
export const ADJECTIVES = words(
  `brief complete rapid simple correct mistaken steady typical usual strange quick quiet loud bright dark thin thick
  narrow heavy light soft smooth rough warm cool cold hot wet raw sharp steep flat empty equal exact fresh formal grave
  huge tiny vast mere minor modest odd plain proper pure rare remote severe sheer slight slow solid stable strict
  sudden tough tight urgent vague vital weary wild yearly quarterly monthly weekly daily hourly nightly costly friendly
  deadly lively lovely elderly timely orderly lonely ugly unofficial new old good bad great big small large high low long short young early late former current own other same different
  many first last next second third few little more most such sure true real right left wrong free full open close
  clear hard easy strong weak rich poor black white red blue green public private national local federal foreign
  international top senior chief main major key recent future past whole entire likely unlikely possible able unable
  ready happy sad angry afraid aware worried proud sorry glad wide deep broad fair safe dead alive sick serious
  popular common special single joint vice deputy acting interim ex outgoing incoming newly-elected good-faith
  military political financial economic legal illegal moral social medical domestic global nuclear presidential
  congressional republican democratic conservative liberal progressive independent moderate american british russian
  chinese european african mexican canadian israeli iranian french german best worst better worse bigger biggest larger
  largest higher highest lower lowest longtime veteran fellow prominent anonymous unnamed unidentified`,
)
/** Nouns whose ending looks like another class, or which often begin a sentence. */
export const NOUNS = words(
  `percent morning evening meeting briefing hearing building thing king ring wing spring string spending funding training
  housing feeling being ruling filing opening rating ratings earnings beginning setting killing shooting
  bombing polling voting fundraising gathering recording posting editorial editorials beijing nanjing chongqing boeing wyoming op-ed op-eds e-mail e-mails tweet family ally supply reply july italy assembly
  anomaly bully monopoly belly homily anything everything nothing something need bed seed breed shed hundred kindred
  people person man woman men women child children officials official spokesman spokeswoman spokesperson aide aides
  voters supporters critics reporters analysts experts lawmakers republicans democrats senator president governor
  secretary-general attorney-general director-general governor-general solicitor-general major-general vice-president
  vice-chairman vice-chancellor vice-captain co-founder co-owner co-author co-chair co-host co-star co-worker film-maker
  policy-maker whistle-blower passer-by passers-by eye-witness editor-in-chief commander-in-chief sister-in-law
  brother-in-law mother-in-law father-in-law son-in-law daughter-in-law ex-wife ex-husband ex-president ex-minister
  clinic critic cleric mechanic medic paramedic sceptic skeptic cynic topic traffic music fabric republic attic epidemic
  pandemic campaign candidate news day week month year time way state government country party house`,
)
