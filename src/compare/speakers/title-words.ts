/** Nouns for offices and occupations before or after a name. Folded. */
const TITLE_NOUNS: ReadonlySet<string> = new Set(
  (
    'president premier minister secretary chancellor ambassador envoy senator sen representative rep congressman congresswoman ' +
    'governor gov mayor councillor councilor councilman councilwoman spokesman spokeswoman spokesperson spokespeople chairman chairwoman ' +
    'chair chairperson director chief head leader general gen admiral colonel col major captain lieutenant lt sergeant sgt commander ' +
    'commissioner inspector officer official judge justice prosecutor attorney lawyer counsel solicitor king queen prince princess ' +
    'duke duchess pope bishop archbishop cardinal rabbi imam ayatollah sheikh emir sultan professor prof dr doctor mr mrs ms miss sir ' +
    'lord lady dame reverend rev father sister brother ceo cfo coo cto manager coach captain player striker author writer editor ' +
    'reporter journalist analyst economist scientist researcher expert historian teacher principal dean student farmer owner founder ' +
    'cofounder co-founder executive adviser advisor aide assistant lawmaker deputy mp mep member speaker whip treasurer comptroller ' +
    'sheriff marshal superintendent administrator coordinator undersecretary counselor counsellor delegate diplomat witness victim ' +
    'resident neighbor neighbour actor actress singer director producer comedian activist campaigner candidate activist harbormaster ' +
    'engineer architect nurse surgeon pilot baker brewer ranger warden firefighter medic paramedic citizen voter worker union-leader'
  ).split(' '),
)

/** Words inside titles and before titles. Folded. */
const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'prime foreign first second third vice deputy acting interim former then ex chief senior junior lead principal press state ' +
    'defense defence interior finance health education justice trade treasury labor labour energy environment transport agriculture ' +
    'home attorney special national security under assistant associate executive managing general honorable hon the a an of for and ' +
    'at in to new old incoming outgoing late local regional federal russian american british french german chinese indian israeli ' +
    'ukrainian iranian pakistani turkish italian spanish canadian australian japanese korean saudi egyptian us uk eu un said says ' +
    'according by'
  ).split(' '),
)

/** Words that show the name of an organization. Folded. */
const ORGANIZATION_WORDS: ReadonlySet<string> = new Set(
  (
    'department ministry council office government administration army navy military police university college school company inc ' +
    'corp corporation ltd llc plc group holdings party committee commission agency bureau board union association institute ' +
    'foundation society federation league club bank fund court parliament congress senate assembly house kremlin pentagon embassy ' +
    'hospital church force forces guard service services authority center centre trust network news times post journal radio ' +
    'television organization organisation international nations street palace capitol treasury cabinet city county state states ' +
    'republic kingdom team division laboratory museum airlines railway port harbor harbour works campaign movement front alliance ' +
    'coalition watch nato eu un fbi cia nsa who imf wto oecd fda cdc nasa epa doj dhs nhs bbc cnn'
  ).split(' '),
)

export const isTitleNoun = (word: string): boolean => TITLE_NOUNS.has(word)
export const isTitleWord = (word: string): boolean => TITLE_NOUNS.has(word) || TITLE_MODIFIERS.has(word)
export const isOrganizationWord = (word: string): boolean => ORGANIZATION_WORDS.has(word)
