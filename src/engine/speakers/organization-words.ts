/** Heads of organizations' names and of their descriptions: "Department" of "State Department", "the ministry". */
export const ORGANIZATION_NOUNS: ReadonlySet<string> = new Set(
  (
    'academy administration agency airline airlines alliance army assembly assn assn. association authority authorities ballet bank board ' +
    'brigade broadcaster brotherhood bureau business cabinet campaign caucus center centre chamber channel charity church city clinic club ' +
    'co co. coalition college command commission committee companies company confederation conference congress consortium consulate ' +
    'convention cooperative corp corp. corporation corps council country court courts daily department diocese directorate district division embassy ' +
    'employer enterprise enterprises faculty federation firm force forces foundation front fund gazette government governments group hall headquarters ' +
    'herald hospital house inc inc. industries industry initiative institute institution institutions international journal judiciary kingdom ' +
    'laboratories laboratory league legislature library llc llc. llp ltd ltd. magazine maker manufacturer media military militia ' +
    'ministry mission monitor mosque movement museum nations navy network networks newspaper newspapers ngo observatory office opposition orchestra ' +
    'organisation organization outlet panel paper parliament partners partnership party pentagon pac police post precinct press program project ' +
    'tabloid broadsheet newswire palace cathedral theatre theater zoo gallery brewery prison airport railway railways guild synod opera choir ' +
    'prosecution provider publisher regulator retailer review rights roundtable school secretariat senate services service society squad state station ' +
    'store studies sun syndicate system team telegraph times trade treasury tribunal tribune trust union university watchdog ' +
    'website weekly wing works'
  ).split(' '),
)

/** Whole names whose words do not tell that an organization bears them. */
export const ORGANIZATION_NAMES: ReadonlySet<string> = new Set([
  'white house',
  'pentagon',
  'kremlin',
  'vatican',
  'holy see',
  'downing street',
  'capitol hill',
  'wall street',
  'state department',
  'home office',
  'foreign office',
  'supreme court',
  'european union',
  'united nations',
  'hamas',
  'hezbollah',
  'taliban',
  'al-qaeda',
  'islamic state',
  'interpol',
  'europol',
  'amnesty international',
  'human rights watch',
  'red cross',
  'greenpeace',
  'congress',
  'parliament',
  'senate',
  'house of representatives',
  'knesset',
  'bundestag',
  'duma',
  'google',
  'facebook',
  'microsoft',
  'twitter',
  'boeing',
  'reuters',
  'bloomberg',
  'politico',
  'gallup',
  'wikileaks',
  'wikipedia',
  'xinhua',
  'al jazeera',
  'associated press',
  'agence france-presse',
  'buzzfeed',
  'breitbart',
  'new yorker',
  'sky news',
  'medicare',
  'nato',
  'unicef',
  'unesco',
  'opec',
  'nasa',
  'scotland yard',
  'planned parenthood',
  'goldman sachs',
  'general electric',
  'medecins sans frontieres',
  'doctors without borders',
  'save the children',
  'oxfam',
  'clarence house',
  'blue house',
  'number 10',
  'no 10',
  'holyrood',
  'stormont',
  'whitehall',
  'uefa',
  'fifa',
  'ofcom',
  'ofsted',
  'ofgem',
  'ofwat',
  'defra',
  'acas',
  'aslef',
  'unison',
  'iaea',
  'garda',
  'gardai',
  'general motors',
])

/** Words for the parts of an organization's name that are no head, so that a run that holds one is no person. */
export const ORGANIZATION_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'national international federal global american british european african asian united central royal public social ' +
    'security homeland defense defence foreign interior health human civil economic environmental environment trade labor labour agriculture ' +
    'agricultural energy education transportation transport justice commerce treasury veterans affairs intelligence investigation ' +
    'political democratic republican conservative liberal communist socialist green islamic muslim christian jewish catholic ' +
    'workers news broadcasting radio television tv science sciences technology research relations policy study development ' +
    'sea ocean gulf desert strait peninsula reef glacier canal ' +
    'street avenue road river lake mountain mount valley island islands bay beach county park square airport bridge tower ' +
    'north south east west northern southern eastern western new san los las el fort port saint great super ' +
    'day week month year war act bill deal accord treaty agreement award prize cup open games olympics amendment constitution ' +
    'internet online web air space nuclear oil gas electric motor motors steel food drug drugs general-assembly ' +
    'championship series summit festival city town village states emirates republic kingdom nations'
  ).split(' '),
)
