/**
 * Common English verbs in their dictionary form: enough to tell a verb from a noun by its neighbours.
 * Regular inflections are derived; the irregular ones are below.
 */
export const REGULAR_VERBS: readonly string[] = `
abandon abolish absorb abuse accelerate accept access accommodate accompany accomplish account accuse achieve
acknowledge acquire act adapt add address adjust administer admire admit adopt advance advertise advise advocate
affect affirm afford agree aid aim air alarm alert allege allow alter amend amount amuse analyze anger announce annoy
answer anticipate apologize appeal appear applaud apply appoint appreciate approach approve argue arm arrange arrest
arrive articulate ask aspire assail assassinate assault assemble assert assess assign assist associate assume assure
attach attack attain attempt attend attract attribute author authorize avert avoid await award back baffle ban bang
bank bar base bash battle beg behave believe belong benefit bemoan berate besiege blame blast bless block blog boast
bolster bomb book boost borrow bother bounce box boycott brag brand breach brief broadcast broker brush bump burn bury
call calculate campaign cancel capture care carry cast cater caution celebrate center certify challenge change
characterize charge chart chase chat cheat check cheer chide chime choke chuckle cite claim clarify clash classify
clean clear click climb close coach coin collaborate collapse collect combat combine comfort command commend comment
commit communicate compare compel compete compile complain complement complete complicate comply compose comprise
compromise concede conceive concentrate concern conclude condemn conduct confer confess confide confirm conflict
conform confront confuse congratulate connect conquer consent conserve consider consist consolidate constitute
consult consume contact contain contend contest continue contract contradict contrast contribute control convene
convert convey convict convince cook cool cooperate coordinate cope correct correspond counsel count counter court
cover crack craft crash create credit criminalize criticize cross crown cruise crush cry curb cure curtail damage
dance dare dash date deal debate debunk decide declare decline decrease decry dedicate deem defeat defend defer define
defy delay delegate delete deliberate delight deliver demand demonize demonstrate denigrate denounce deny depart
depend depict deplore deploy deport deprive derail deride descend describe deserve design designate desire despise
destroy detail detain detect deter determine detonate devastate develop deviate devise devote dictate die differ
dig direct disagree disappear disappoint disapprove disavow discard discern discharge disclose discount discourage
discover discredit discriminate discuss dismantle dismiss disparage dispatch display dispute disqualify disregard
disrupt dissolve distance distinguish distort distract distribute disturb dive divert divide divorce document dominate
donate doubt downplay draft drag dramatize drop drown drum duck dump earn ease echo edge edit educate effect elaborate
elect elevate eliminate email embarrass embody embrace emerge emit emphasize employ empower enable enact encounter
encourage end endanger endorse endure enforce engage enhance enjoy enlist enrage enroll ensure entail enter entertain
entitle envision equal equate erase erect erode erupt escalate escape establish estimate evacuate evade evaluate
evoke evolve examine exceed exclaim exclude excuse execute exempt exercise exert exhibit exist exit expand expect
expel experience explain explode exploit explore export expose express extend extract face facilitate fail faint
fan fare fashion fault favor fear feature file fill film finance fine finish fire fit fix flag flash flatter float
flood flop flourish flow flip focus foil follow fool force forecast foresee forge form formulate foster found frame
free frighten fuel fulfill function fund fume further gain gather gauge generate gesture glance govern grab
grade graduate grant greet grill grip gripe groan groom ground group guarantee guard guess guide hail halt hammer
hamper hand handle happen harass harbor harm hate haul head heal heat help herald hesitate highlight hijack hint hire
honor hope host house hug humiliate hunt hurl hurry identify ignite ignore illustrate imagine impact impeach
implement implicate imply import impose impress imprison improve incite include incorporate increase incur
indicate indict induce indulge infect infer infiltrate inflame inflict influence inform infuriate inherit inhibit
initiate injure innovate inquire insert insinuate insist inspect inspire install instigate institute instruct insult
insure integrate intend intensify interact intercept interest interfere interject interpret interrupt intervene
interview intimidate introduce invade invent invest investigate invite invoke involve isolate issue jab jail jeer
jeopardize join joke judge jump justify kick kidnap kill kiss knock label lack lag lambast lambaste lament land
lash last laud laugh launch lecture legalize legislate leverage level liberate license lie lift
like liken limit line linger link list listen live load lobby locate lock log long look loom loosen love lower
maintain manage mandate manipulate march mark market marry mask match matter maximize measure mediate mention
merge message migrate mind minimize mirror misinterpret misrepresent mislead miss mistake misuse moan mobilize mock
moderate modify mold monitor motivate mount mourn move mull murder murmur muse mutter name narrate narrow navigate
need negate neglect negotiate nod nominate normalize note notice notify number object oblige observe obstruct obtain
occupy occur offend offer offset open operate opine oppose opt order organize originate oust outline outlaw outnumber
outpace outrage overhaul overlook overrule overturn owe own pack paint panic parade pardon park parrot part
participate partner pass pause peddle penalize penetrate perceive perform permit perpetrate persist persuade pertain
petition phase phone pick picture pin pitch place plague plan plant play plead please pledge plot plow plunge point
poise poke police poll ponder pool pop pose position possess post postpone pour pray preach precede predict prefer
prepare present preserve preside press pressure presume prevail prevent price proceed process proclaim procure
produce profess profit progress prohibit project promise promote prompt pronounce propel propose prosecute protect
protest prove provide provoke publicize publish pull pump punch punish purchase pursue push qualify question quarrel
queue quip quote race raise rail rally ramp range rank rate ratify rattle reach react reaffirm realize
reason reassert reassure rebuff rebuke recall recede receive recite reckon recognize recommend reconcile reconsider
record recount recover recruit recuse redefine reduce refer reflect reform refrain refresh refuse refute regain regard
register regret regulate reinforce reiterate reject relate relax relay release relent relieve relocate rely remain
remark remember remind remove rename render renew renounce renovate repair repeal repeat replace reply report
repost represent reprimand request require rescind rescue research resemble resent reserve reside resign resist
resolve resonate resort respect respond rest restore restrain restrict result resume retain retaliate retire retort
retract retreat retrieve return retweet reveal reverse revert review revise revisit revive revoke reward ridicule rip
risk roar rob rock roil roll root rouse row rue ruin rule rumble rush sack sacrifice salute sanction satisfy save
savor scale scare schedule scoff scold score scorch scramble scrap scrape scream screen scrutinize search secure
seethe seize select sense sentence separate serve settle shape share shatter shelter shift ship shock shop shore
shout shove shrug sign signal signify silence simplify sip situate size skewer skip slam slap slash slip slow
smash smear smell smile smoke snap snipe snub soar soften solicit solidify solve sort sound source spare spark specify
speculate spell spill splash sponsor spot spur spurn square squeeze stab staff stage stake stall stammer stamp stare
start state stay steam stem step stereotype stifle stir stoke stop store strategize stream strengthen stress
stretch stroll struggle study stumble stump stun submit subscribe subside substantiate succeed succumb suffer suggest
suit sum summarize summon supplement supply support suppose suppress surface surge surpass surprise surrender surround
surveil survey survive suspect suspend sustain swamp sweat switch symbolize sympathize tackle tag tail talk tally tap
target tarnish taunt tax tease televise tempt tend term terminate terrify terrorize test testify text thank theorize
threaten thrive thunder thwart tie tighten time tip tire title toast tolerate top topple toss total touch
tour tout track trade trail train transcend transfer transform transition translate transmit transport trap travel
treat trend trick trickle trigger trim triumph trounce trouble trust try tumble turn tweet twist type undercut
underestimate underline undermine underscore unify unite unleash unravel unveil update upend urge use usher utilize
utter vacate validate value vanish veer vent venture verify veto victimize view vilify violate visit voice volunteer
vote vow voyage wade wage wait walk wander want warn warrant wash waste watch waver weaken weigh welcome whack whine
whisper widen wield wish witness wonder work worry worsen wreck yell yield zero`
  .split(/\s+/)
  .filter(Boolean)

/** Irregular verbs: base, past, past participle; "/" parts variants. */
export const IRREGULAR_VERBS: readonly string[] = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|build built built|burst burst burst|buy bought bought
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
draw drew drawn|dream dreamt/dreamed dreamt/dreamed|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got/gotten
give gave given|go went gone|grind ground ground|grow grew grown|hang hung/hanged hung/hanged|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid
lead led led|lean leaned/leant leaned/leant|leap leapt/leaped leapt/leaped|learn learned/learnt learned/learnt
leave left left|lend lent lent|let let let|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|rethink rethought rethought
rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone
shoot shot shot|show showed shown/showed|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|spit spat spat|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
thrust thrust thrust|tread trod trodden|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written|misspeak misspoke misspoken|foretell foretold foretold
retell retold retold|mislead misled misled|outdo outdid outdone|redo redid redone|repay repaid repaid
shred shredded shredded|slay slew slain|wring wrung wrung`
  .split(/[|\n]/)
  .filter(Boolean)

/** Words of the list that are far more often a noun, so that only a clear place in the sentence makes them verbs. */
export const MOSTLY_NOUNS: ReadonlySet<string> = new Set(
  `account act address aid air arm back ban bank bar base battle book box brand brief campaign care center chart coach
  command comment concern conduct conflict contact contract contrast control court cover credit damage dance date deal
  debate design desire detail display document doubt draft drum echo edge effect email end estimate exercise experience
  face fan fashion fault favor fear feature figure file film finance fine fire flag focus force form frame fuel function
  fund gain grade grant ground group guard guide hand harm head heat help highlight hint hope host house impact increase
  influence insult interest interview issue joke judge jump label lack land landscape laugh leave lecture level license
  lie light limit line link list load lobby log look love march mark market mask match matter measure mention message
  mind mirror monitor mount move murder name need note notice number object offer order panic parade park part partner
  party phase phone picture pitch place plan plant play plot point police poll pool position post practice present press
  pressure price process produce profit progress project promise protest purchase question quote race rally range rank
  rate reach reason record reform regard regret release remark repair report request research resort respect rest result
  return review reward risk rock role roll root row rule run rush sanction scale schedule score screen search sense
  sentence set shape share shelter shift ship shock shop show sign signal silence size slip smile smoke sort sound source
  spark spot staff stage stake stamp star start state stay step store stream stress stretch strike struggle study stump
  suit sum supply support surge surprise survey suspect swing switch tag talk target tax tear term test text thought
  threat time tip title toast top total touch tour track trade trail train transfer transport trap travel trend trick
  trigger trouble trust try turn tweet twist type update use value view visit voice volunteer vote wage wait walk waste
  watch wave will win wish witness wonder work worry yield head exit found left felt`
    .split(/\s+/)
    .filter(Boolean),
)
