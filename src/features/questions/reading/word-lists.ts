const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Pronouns, articles and question words. They are never names. */
export const PRONOUNS =
  set(`i you he she it we they me him her us them my your his its our their mine yours hers ours
  theirs myself himself herself itself themselves the a an this that these those who whom whose what which when where
  why how there here anyone anybody someone somebody everyone everybody something anything`)

export const AUXILIARIES =
  set(`is are was were be been being am do does did doing done has have had having will would
  shall should can could may might must`)

/** Function words. A plain question does not search them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...PRONOUNS,
  ...AUXILIARIES,
  ...set(`of in on at by for with from to into onto upon about over under against between among during after before
    since until till within without through via per as than then and or but nor so if whether because while though
    although also too regarding concerning re some any such please`),
])

/** Negations. Alone, they do not select statements. */
export const NEGATIONS = set('not no never nor')

/** Words before the topic of a statement. */
export const ABOUT = set('about regarding concerning re on')

/** Words directly before a name that belongs to the topic: "relations with Kirby". */
export const BEFORE_TOPIC = set('of with to for against toward towards between than like')

/** Forms of "say". A question never searches them. */
export const SAY = set('say says said saying')

/** Verbs of speech and thought. In the place of a question's verb, they only ask for statements. */
export const ASK_VERBS: ReadonlySet<string> = new Set([
  ...SAY,
  ...set(`tell tells told think thinks thought claim claims claimed mention mentions mentioned comment comments
    commented speak speaks spoke spoken talk talks talked respond responds responded answer answers answered announce
    announces announced state states stated report reports reported write writes wrote written add adds added
    explain explains explained deny denies denied warn warns warned`),
])

/** Nouns for statements: "quotes by Kirby". */
export const QUOTE_NOUNS =
  set(`quote quotes quoted quotation quotations statement statements remark remarks comment
  comments words position opinion view views stance`)

/** Nouns for what publishers print: "articles in the Gazette". */
export const PRINT_NOUNS = set('article articles story stories report reports news coverage')

/** Words that begin a request: "show me". */
export const REQUESTS = set('show find list give search get tell')

/** Words that make a text a question or a request if they are its first word. */
export const OPENERS: ReadonlySet<string> = new Set([...PRONOUNS, ...AUXILIARIES, ...REQUESTS])

/** Nouns for offices that stand before a name. */
export const TITLE_NOUNS =
  set(`mr mrs ms miss mx sir dame lord lady dr prof professor rev reverend father sister sen
  senator rep representative gov governor pres president gen general col colonel major capt captain lt lieutenant sgt
  sergeant adm admiral justice judge pope imam sheikh prince princess king queen ambassador secretary minister
  chancellor mayor councillor councilman councilwoman congressman congresswoman premier pm mp spokesman spokeswoman
  spokesperson director head chief chair chairman chairwoman chairperson commissioner attorney envoy adviser advisor
  officer inspector leader chancellor analyst economist ceo coach bishop archbishop cardinal commander marshal`)

/** Words inside a title, before its noun: "deputy foreign" in "deputy foreign minister". */
export const TITLE_MODIFIERS =
  set(`foreign prime interior home defence defense finance health education state deputy
  vice former acting press police fire energy transport trade culture environment agriculture justice labor labour
  senior executive managing general attorney under assistant ex`)

/**
 * Everyday words that are also family names or given names. In lower case they are words, unless their place in the
 * question shows a person.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...set(`don mark marks rose grace hope faith joy hunt price bell rice bush grant page brown black white green gray grey
    young long short strong sharp swift king queen prince bishop pope knight baker cook best bond bank banks bridge
    bridges case cash chase church close coast court cross day days dean drew english field fields fish fisher ford
    forest fox frank freeman frost gates gay gold good guy hall hand hart head hill hills holly hood house hunter iron
    ivory judge justice lake lamb land law little love low major march marsh mine money moon more moss new noble north
    nurse park parks parish patience peace penny pike post pound power powers public quick rain ray read rich ring river
    rivers road rock rush sage sand sands savage school self ship silver singer small snow south spring star stone storm
    strange street summer summers swan temple town trade victory wall ward water waters way week weeks west wheat wild
    wills winter winters wise wolf wood woods word worth now just times sun mail express mirror herald journal tribune
    standard observer independent globe world nation economist people today april june august autumn art bill bills
    budget camp carpenter farmer fuller gas golden gun hay heat hook jobs keys lane light lock lodge market mason may
    might mill mint moor oil pen pepper pool pride rail ram reed robin root salt sail sale sell shore skinner sky smart
    snider sparks speed spears steel stern stock stocks tax tide train turner vote walker walls war waits wells wheel
    whale whales win wind workman yards east early ball banner barn beach bean bird block boot bow box boy branch brand
    bread brook buck bull bullet butcher can carver chance chambers change child city clay cliff cloud coal coin cotton
    crane creed crow crown cruise curry dance dark drake duke dust eagle falls farm feather fire flood flower flowers
    foot forge fort fountain free french game garden glass goal gore green guard haven hawk hay heath hedge high horn
    horse ice jordan key kid lean line link lion lively lot mace man manning marble mayor meadow mercy miles minor
    mountain nice night oak page paper parson path pearl picket plant pond poor pope port pot profit race raw ridge rise
    rob roof rope round royal rule salmon scale seal sea shade shark shell silk single skill sleep slow smoke song spence
    spice staff stall steed stamp star still story strike string style sweet table tall tank thorn tiger tower tree true
    trust vale view vine waiter wake walk watt weaver weir wheeler whip wing wit wonder work`),
])
