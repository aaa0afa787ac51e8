/** Nouns for the same office. The first word of a line is the printed role, the others are said for it. */
const FORMS = `
sen. senator lawmaker legislator
senator lawmaker legislator
rep. representative congressman congresswoman lawmaker legislator
representative congressman congresswoman lawmaker legislator
gov. governor
gen. general
lt. lieutenant
col. colonel
capt. captain
sgt. sergeant
prof. professor
dr. doctor
rev. reverend pastor
spokesman spokesperson
spokeswoman spokesperson
chairman chair chairperson
chairwoman chair chairperson
businessman entrepreneur
pope pontiff
justice judge
`

/** Nouns that say less, or more, than the printed role. */
const SYNONYMS = `
senator politician
representative politician
mp lawmaker legislator politician parliamentarian
mna lawmaker legislator politician
mec politician
professor academic scholar expert researcher
rev. clergyman cleric priest
fr. priest cleric clergyman
reverend pastor clergyman cleric
pastor clergyman cleric preacher
priest cleric clergyman
bishop cleric prelate
archbishop cleric prelate
imam cleric
founder entrepreneur
co-founder entrepreneur
attorney lawyer
solicitor lawyer
barrister lawyer
counsel lawyer barrister
advocate lawyer barrister
manager boss
coach boss manager trainer
skipper captain
captain skipper officer
goalkeeper keeper player
headmaster principal head headteacher
headmistress principal head headteacher
principal head headteacher
inspector officer detective
sergeant officer soldier
constable officer policeman policewoman
superintendent officer
ambassador envoy diplomat
envoy diplomat
commander officer
colonel officer
col. officer
major officer
capt. officer
lieutenant officer
lt. officer
sub-inspector officer
commissioner officer
secretary minister
magistrate judge
judge magistrate
lawyer attorney advocate barrister solicitor counsel
prosecutor attorney lawyer
head director chief boss leader manager
director head chief boss
president head leader chief
chair head leader
chairman head leader
chairwoman head leader
secretary-general leader
general-secretary leader
chief head boss
chancellor head
vice-chancellor head
owner proprietor
proprietor owner
fisherman fisher
teacher educator
curator expert
lecturer academic
nurse medic
paramedic medic
pilot captain
sister nun
nun sister
economist analyst expert
researcher scientist
scientist researcher
ecologist scientist researcher
biologist scientist researcher
physician doctor
surgeon doctor
cardiologist doctor
paediatrician doctor
pediatrician doctor
vet veterinarian
veterinarian vet
novelist author writer
author writer
writer author
poet writer
playwright writer
reporter journalist
correspondent journalist reporter
activist campaigner
campaigner activist
villager resident
resident villager
grower farmer
footballer player
striker forward player
actor star performer
actress star actor performer
singer star musician
rapper star musician singer
songwriter musician singer
guitarist musician
drummer musician
pianist musician
violinist musician
comedian comic performer
midfielder player
defender player
winger player
batsman batter player
bowler player
shopkeeper trader
trader shopkeeper vendor seller
vendor trader seller
councillor politician
cllr councillor politician
cllr. councillor politician
midwife nurse medic
detective officer investigator
corporal officer soldier
archaeologist researcher scientist expert academic
historian academic expert scholar
seismologist scientist expert researcher
meteorologist forecaster scientist
forecaster meteorologist
geologist scientist expert
oceanographer scientist researcher
hydrologist scientist expert
epidemiologist scientist expert doctor
virologist scientist expert doctor
physicist scientist
chemist scientist
toxicologist expert scientist
pathologist doctor expert
psychologist expert
vicar priest clergyman
rabbi cleric
mufti cleric
maulana cleric
publican landlord owner
landlord publican owner
restaurateur owner
hotelier owner
tycoon businessman
billionaire businessman tycoon
ceo boss head chief
executive boss chief
trainer coach
chef cook
cook chef
guide climber
candidate contender hopeful
spokesman official
spokeswoman official
organiser organizer
organizer organiser
designer artist
sculptor artist
painter artist
student undergraduate
schoolteacher teacher
headman elder chief
farmer grower
`

/** Nouns for the bearer of a courtesy title, by the title. */
const TITLES = `
dr doctor physician surgeon researcher scientist academic
dr. doctor physician surgeon researcher scientist academic
fr priest cleric clergyman
fr. priest cleric clergyman
father priest cleric clergyman
rev pastor priest cleric clergyman reverend
rev. pastor priest cleric clergyman reverend
sister nun
sr. nun
imam cleric
hon lawmaker legislator mp
hon. lawmaker legislator mp
eng engineer
eng. engineer
engr engineer
engr. engineer
prof professor academic
prof. professor academic
`

const read = (list: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    list
      .trim()
      .split('\n')
      .map((line) => {
        const [role = '', ...others] = line.split(' ')
        return [role, others]
      }),
  )

/** Nouns for a person by the verb of a clause after the name: "Lee, who edits a paper". */
const VERBS = `
edits editor
edited editor
coaches coach
coached coach
teaches teacher
taught teacher
heads head leader boss
headed head leader boss
leads leader head
led leader head
chairs chair chairman chairwoman chairperson
directs director
manages manager boss
owns owner
runs owner boss
drives driver
farms farmer
farmed farmer
keeps keeper
represents lawmaker representative
`

/** The nouns that a description can use for the same office. */
export const ROLE_FORMS = read(FORMS)
/** The nouns that a description can use for the only person of a printed role. */
export const ROLE_SYNONYMS = read(SYNONYMS)
/** The nouns that a description can use for the bearer of a courtesy title. */
export const TITLE_NOUNS = read(TITLES)
/** The nouns that a description can use for a person of whom a clause tells what the person does. */
export const VERB_NOUNS = read(VERBS)
/** All nouns for the bearers of titles and for people of whom a clause tells what they do. */
export const UNPRINTED_NOUNS: ReadonlySet<string> = new Set(
  [...TITLE_NOUNS.values(), ...VERB_NOUNS.values()].flat(),
)
