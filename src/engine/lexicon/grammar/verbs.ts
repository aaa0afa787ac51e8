/** Frequent English verbs in their dictionary form. Regular forms are derived; irregular verbs are below. */
export const REGULAR_VERBS: readonly string[] = `
abandon abolish absorb abuse accelerate accept access accommodate accompany accomplish account accumulate accuse
achieve acknowledge acquiesce acquire act adapt add address adhere adjust administer admire admit admonish adopt
advance advertise advise advocate affect affirm afford agree aid aim air alarm alert alienate align allege allocate
allow allude alter amass amend amount amuse analyze anger announce annoy anoint answer anticipate apologize appeal
appear append applaud apply appoint appreciate approach approve argue arm arrange arrest arrive articulate ask
aspire assail assassinate assault assemble assert assess assign assist associate assuage assume assure attach attack
attain attempt attend attract attribute author authorize avert avoid await award back baffle balk ban bang bank bar
bark base bash battle beam beg behave believe belittle bellow belong bemoan benefit berate besiege besmirch betray
blame blare blast bless block blog blunt boast bolster bomb boo book boost borrow bother bounce bow box boycott brace
brag brand breach bridge brief broadcast broaden broker brush buck bully bump burn bury cajole calculate call
campaign cancel cap capitalize capture care carry carve cast castigate cater caucus cause caution celebrate cement
center certify challenge champion change characterize charge chart chase chastise chat cheat check cheer chide chime
choke chuckle cite claim clarify clash classify clean clear click climb clinch close coach coalesce coax coin
collaborate collapse collect combat combine comfort command commend comment commit communicate compare compel
compete compile complain complement complete complicate comply compose comprise compromise concede conceive
concentrate concern conclude concur condemn conduct confer confess confide confirm conflict conform confront confuse
congratulate connect conquer consent conserve consider consist consolidate constitute consult consume contact
contain contemplate contend contest continue contract contradict contrast contribute control convene convert convey
convict convince cook cool cooperate coordinate cope correct correspond counsel count counter court cover crack
craft crash create credit criminalize criticize cross crow crown cruise crumble crush cry curb cure curtail damage
dance dare dash date deadpan deal debate debunk deceive decide declare decline decrease decry dedicate deem defeat
defend defer define deflect defund defy delay delegate delete deliberate delight deliver delve demand demonize
demonstrate demur denigrate denounce deny depart depend depict deplore deploy deport depose deprive derail deride
descend describe deserve design designate desire despise destroy detail detain detect deter determine detonate
devastate develop deviate devise devote dial dictate die differ dig dip direct disagree disappear disappoint
disapprove disavow discard discern discharge disclose discount discourage discover discredit discriminate discuss
disengage dislike dislodge dismantle dismiss disown disparage dispatch displace display dispute disqualify disregard
disrupt dissolve distance distinguish distort distract distribute disturb dive divert divide divorce document
dominate donate double doubt downplay draft drag dramatize drawl drop drown drum dub duck dump dwell earn ease echo
edge edit educate effect elaborate elect elevate eliminate email embarrass embed embody embrace emerge emit
emphasize employ empower enable enact encounter encourage end endanger endorse endure energize enforce engage
enhance enjoy enlist enrage enroll ensure entail enter entertain enthuse entitle entreat enumerate envision equal
equate equivocate erase erect erode erupt escalate escape escort establish estimate evacuate evade evaluate evoke
evolve exaggerate examine exceed exchange excite exclaim exclude excoriate excuse execute exempt exercise exert
exhibit exhort exist exit expand expect expel experience expire explain explode exploit explore export expose
express extend extract fabricate face facilitate fade fail faint falter fan fare fashion fault favor fear feature
fend figure file fill film finalize finance fine finish fire fish fit fix flag flash flatter flip float flood flop
flourish flow focus foil follow fool force forecast forge form formulate forward foster found frame free
fret frighten fuel fulfill fume function fund further gain galvanize garner gather gauge gear generate gesture
glance gloat govern grab grade graduate grant grapple greet grill grin grip gripe groan groom ground group growl
grumble grunt guarantee guard guess guide gush hack hail halt hammer hamper hand handle happen harass harbor harm
harness hate haul head heal heat hedge heed help herald hesitate highlight hijack hinge hint hire hiss holler honor
hope host house hover hug humiliate hunt hurl hurry identify ignite ignore illustrate imagine impact impeach
implement implicate implore imply import impose impress imprison improve incite include incorporate increase incur
indicate indict induce indulge infect infer infiltrate inflame inflict influence inform infuriate inherit inhibit
initiate inject injure innovate inquire insert insinuate insist inspect inspire install instigate institute instruct
insult insure integrate intend intensify interact intercept interest interfere interject interpret interrogate
interrupt intervene interview intimidate intone introduce invade invent invest investigate invite invoke involve
isolate issue jab jail jeer jeopardize join joke jot judge jump justify kick kidnap kill kindle kiss knock label
lack lag lambast lambaste lament land lash last laud laugh launch leak lecture legalize legislate level leverage
liberate license lie lift like liken limit line linger link list listen live load loathe lobby locate lock log long
look loom loosen love lower lurch lure maintain manage mandate manipulate mar march mark market marry marvel mask
match matter maximize meander measure mediate memorize mention merge message migrate mind minimize mirror
misinterpret misrepresent miss mistake misuse mitigate moan mobilize mock moderate modify mold monitor
motivate mount mourn move mull murder murmur muse muster mutter nail name narrate narrow navigate need negate
neglect negotiate nod nominate normalize note notice notify nudge number nurture object oblige observe obsess
obstruct obtain occupy occur offend offer offset open operate opine oppose opt order organize originate oust outlaw
outline outnumber outpace outrage outweigh overhaul overlook overreact overrule oversimplify overstate overturn owe
own pack paint pander panic parade paraphrase pardon park parrot part participate partner pass pause peddle penalize
penetrate perceive perform permit perpetrate persist persuade pertain pester petition phase phone pick picture pile pin
pitch pivot place plague plan plant play plead please pledge plot plow plunge point poise poke police poll ponder
pool pop portray pose position possess post postpone pour practice praise pray preach precede predict prefer prepare
present preserve preside press pressure presume prevail prevent price print prioritize privatize probe proceed
process proclaim procure prod produce profess profit progress prohibit project prolong promise promote prompt
pronounce propel propose prosecute protect protest prove provide provoke publicize publish pull pump punch punish
purchase pursue push qualify quarrel quash quell question queue quip quiz quote race rail raise rally ramble ramp
range rank rant rate ratify rattle reach react reaffirm realize reap reason reassert reassure rebound rebuff rebuke
rebut recall recap recede receive recite reckon reclaim recognize recoil recommend reconcile reconsider reconvene
record recount recover recruit recuse redefine redouble reduce reelect refer reflect refocus reform refrain refresh
refuse refute regain regard register regret regulate rehash rein reinforce reinstate reiterate reject relate relax
relay release relent relieve relish relocate rely remain remake remark remember remind reminisce remove rename
render renege renew renounce renovate rent reopen reorganize repair repeal repeat replace replay replicate reply
report repost represent reprimand republish repudiate request require rescind rescue research resemble resent
reserve resettle reshape reside resign resist resolve resonate resort respect respond rest restore restrain restrict
result resume resurface resurrect retain retaliate retire retool retort retract retreat retrieve return retweet
reveal revel reverse revert review revise revisit revive revoke revolt reward rhapsodize ridicule riff rig rile rip
risk roar rob rock roil roll root rouse row rue ruin rule rumble ruminate rush sack sacrifice sail salute salvage
sanction satisfy save savor scale scare scatter schedule scoff scold scorch score scour scramble scrap scrape scream
screen screw scrutinize scuttle seal search secure seem seethe seize select sense sentence separate serve settle
shape share sharpen shatter shelter shield shift ship shock shop shore shout shove showcase shrivel shrug shun
side sidestep sift sigh sign signal signify silence simplify single sip situate size skate skewer skim skip skirt
skyrocket slam slap slash slate slip slow slump smash smear smell smile smoke snap snark snarl snatch sneer snipe
snub soar sob sober soften solicit solidify solve sort sound source spar spare spark spearhead specify speculate
spell spike spill splash sponsor spot spur spurn squander square squeeze stab staff stage stake stall stammer stamp
stare start state stay steam steer stem step stereotype stifle stir stoke stop store strategize stream strengthen
stress stretch strip stroll structure struggle study stumble stump stun submit subpoena subscribe subside
substantiate succeed succumb sue suffer suggest suit sum summarise summarize summon supplement supply support
suppose suppress surface surge surmise surpass surprise surrender surround surveil survey survive suspect suspend
sustain swallow swamp swat sway sweat switch symbolize sympathize tack tackle tag tail talk tally tap tape taper target
tarnish task taunt tax tease teeter televise tempt tend term terminate terrify terrorize test testify text thank
theorize threaten thrill thrive thunder thwart tie tighten time tinker tip tire title toast toil tolerate top topple
toss total touch toughen tour tout track trade trail train trample transcend transfer transform transition translate
transmit transport trap trash travel traverse treat trek trend trick trickle trigger trim triumph trot trouble
trounce trust try tug tumble turn tweet twist type undercut underestimate underline undermine underscore unearth
unfold unify unite unleash unload unravel unseat unsubscribe untangle unveil update upend upgrade uproot urge use
usher utilize utter vacate validate value vandalize vanish vault veer vent venture verify vet veto victimize view
vilify violate visit voice volunteer vote vouch vow voyage wade waffle wage wail wait waive walk wallow wander wane
want warn warp warrant wash waste watch waver weaken weather weigh welcome whack whine whip whisper widen wield
wince wipe wish witness wonder woo word work worry worsen wrangle wrap wreck wrestle yank yearn yell yield zero zoom
enquire query restate posit stipulate attest pen editorialize chant mumble extol compliment intimate rationalize
avow rejoice decree hazard babble bawl bleat blurt boom bray cackle chirp chortle croak croon drone gasp giggle
grouse guffaw harrumph hoot howl huff jabber prattle purr rasp screech shriek simper snicker snigger sniff snort
splutter sputter squawk squeal stutter wheeze whimper whinge yelp aver interpose enunciate rejoin riposte parry
postulate hypothesize conjecture prophesy prognosticate divulge fess apprise forewarn beseech enjoin clamor clamour
carp cavil fulminate inveigh bluster harangue hector kvetch quibble remonstrate bewail censure reproach reprove
upbraid pillory lampoon satirize malign impugn acclaim eulogize trumpet jest wisecrack banter recollect philosophize
pontificate sermonize moralize orate declaim expound rave exult swoon effuse butt chip pipe clap fax telegraph
scribble scrawl elucidate recapitulate adjudge counterclaim caricature reemphasize bitch vouchsafe heap lavish`
  .split(/\s+/)
  .filter(Boolean)

/** Irregular verbs: base, past, past participle. A slash separates variants. */
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
thrust thrust thrust|tread trod trodden|undergo underwent undergone|foresee foresaw foreseen|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written|misspeak misspoke misspoken|foretell foretold foretold
retell retold retold|mislead misled misled|outdo outdid outdone|redo redid redone|repay repaid repaid
shred shredded shredded|sneak snuck/sneaked snuck/sneaked|stride strode stridden|slay slew slain|wring wrung wrung`
  .split(/[|\n]/)
  .filter(Boolean)

/** Forms of listed verbs that are far more often nouns. Only a clear position in the sentence makes them verbs. */
export const MOSTLY_NOUNS: ReadonlySet<string> = new Set(
  `account act address aid air arm back ban bank bar base battle book box brand brief campaign care center chart coach
  command comment concern conduct conflict contact contract contrast control court cover credit damage dance date deal
  debate design desire detail display document doubt draft drum echo edge effect email end estimate exercise experience
  face fan fashion fault favor fear feature figure file film finance fine fire flag focus force form frame fuel function
  fund gain grade grant ground group guard guide hand harm head heat help highlight hint hope host house impact increase
  influence insult interest interview issue joke judge jump label lack land laugh leave lecture level license
  lie light limit line link list load lobby log look love march mark market mask match matter measure mention message
  mind mirror monitor mount move murder name need note notice number object offer order panic parade park part partner
  phase phone picture pitch place plan plant play plot point police poll pool position post practice present press
  pressure price process produce profit progress project promise protest purchase question quote race rally range rank
  rate reach reason record reform regard regret release remark repair report request research resort respect rest result
  return review reward risk rock roll root row rule run rush sanction scale schedule score screen search sense
  sentence set shape share shelter shift ship shock shop show sign signal silence size slip smile smoke sort sound source
  spark spot staff stage stake stamp start state stay step store stream stress stretch strike struggle study stump
  suit sum supply support surge surprise survey suspect swing switch tag talk target tax tear term test text thought
  time tip title toast top total touch tour track trade trail train transfer transport trap travel trend trick
  trigger trouble trust try turn tweet twist type update use value view visit voice volunteer vote wage wait walk waste
  watch win wish witness wonder work worry yield head exit found left felt cause figure praise champion caucus bridge word task structure leak cap seal
  query chant compliment decree hazard boom howl drone chip butt pipe clap fax telegraph trumpet jest banter
  caricature conjecture riposte censure acclaim reproach clamor clamour bluster rave giggle gasp hoot huff purr
  rasp screech shriek sniff snort squawk squeal wheeze whimper yelp bray carp intimate malign counterclaim hector
  bitch pen`
    .split(/\s+/)
    .filter(Boolean),
)
