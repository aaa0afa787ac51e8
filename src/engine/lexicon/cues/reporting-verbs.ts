/**
 * Verbs that report speech, and the frames that each takes.
 *
 * Each line has a verb in its dictionary form (with its particle if only the pair reports: "point out"), then its
 * frames. The figure after a frame is a rate in tenths: the number of uses that report speech, among ten uses of the
 * verb in that frame in news prose. Frames:
 *
 * - quote: words in quotation marks beside it ("…," she noted)
 * - that: a clause opened by "that"; zero: a clause without it; whether: one opened by whether, if, what, how …
 * - infinitive: "vowed to veto it"; order: an object, then an infinitive ("urged them to wait")
 * - object: a noun phrase that holds the reported words ("criticized the plan")
 * - of, about, for, on, against, to, as, at, from, out: a phrase that begins with this word holds them ("warned of a
 *   split")
 * - survey: any complement, if the subject is a survey, a study or figures ("polls show")
 * - hearer: the first object is the addressee ("told reporters that …")
 *
 * The rates of frequent verbs were counted on annotated news of 2015 and 2016. A rare verb has the rates of a frequent
 * verb that means nearly the same, so copy those. Verbs of one kind mostly stand together.
 */
export const REPORTING_VERBS = `
say quote:9 that:9 zero:9 whether:7 object:3
tell quote:9 that:9 zero:9 whether:8 of:7 about:5 hearer:9 order:7 infinitive:3
add quote:9 that:9 zero:8
note quote:9 that:9 zero:9 whether:7 object:6
state quote:9 that:9 zero:5 object:4
write quote:9 that:9 zero:6 of:6
explain quote:9 that:9 zero:8 whether:8 object:6
reply quote:9 that:9 zero:8
respond quote:9 that:9 zero:5 object:3
answer quote:8 that:8 zero:5
retort quote:9 that:9 zero:7
ask quote:8 whether:9 about:5 for:5 order:5 hearer:9 infinitive:3
inquire quote:8 whether:9 about:7
enquire quote:8 whether:9 about:7
wonder quote:6 whether:3
query quote:6 whether:7
argue quote:9 that:9 zero:8 for:7 against:8
contend quote:9 that:9 zero:9
insist quote:9 that:9 zero:9 on:4
maintain quote:7 that:8 zero:4
assert quote:9 that:9 zero:8 object:2
claim quote:9 that:8 zero:7 infinitive:5 object:4
allege quote:9 that:9 zero:5 object:3
declare quote:9 that:9 zero:6 object:6
proclaim quote:9 that:9 zero:7 object:5
announce quote:9 that:9 zero:9 object:6 on:6 whether:6
reveal quote:7 that:8 zero:6 object:5 whether:5 survey:8
disclose quote:6 that:9 zero:7 object:5 whether:5
confirm quote:8 that:8 zero:8 object:5 whether:5
reaffirm quote:8 that:9 zero:7 object:6 whether:5
affirm quote:8 that:9 zero:7 object:5
reiterate quote:9 that:9 zero:8 object:7 whether:6
restate quote:8 that:9 zero:7 object:6
repeat quote:8 that:9 zero:6 object:5
stress quote:9 that:9 zero:8 object:8 whether:8
emphasize quote:9 that:8 zero:7 object:5 whether:6
emphasise quote:9 that:8 zero:7 object:5 whether:6
underline quote:7 that:8 zero:5 object:4 whether:5
underscore quote:6 that:6 zero:4 object:3
highlight quote:6 that:6 object:4 whether:5
acknowledge quote:9 that:9 zero:8 object:6 whether:6
admit quote:9 that:9 zero:5 infinitive:3 object:5 to:5
concede quote:9 that:9 zero:8 object:6
confess quote:8 that:8 zero:7 infinitive:3 to:4
recognize quote:4 that:4
deny quote:6 that:8 zero:7 object:7
warn quote:9 that:9 zero:8 of:8 about:7 against:9 hearer:9 order:8 object:5
caution quote:9 that:9 zero:8 against:9 order:8 hearer:9
advise quote:7 that:8 zero:5 hearer:9 order:6 against:8
counsel quote:7 order:6 against:8
suggest quote:8 that:9 zero:8 object:6 whether:5 survey:8
propose quote:6 that:8 infinitive:7 object:6
recommend quote:6 that:8 object:5
predict quote:8 that:9 zero:8 object:7
forecast quote:5 that:8 zero:7 object:5
speculate quote:7 that:8 zero:7 about:5 whether:5
estimate quote:7 that:8 zero:7 object:5 survey:8
project quote:2 that:6 zero:5
conclude quote:8 that:8 zero:6
find quote:4 that:8 zero:6 survey:8
determine that:5 zero:4
report quote:7 that:9 zero:8 object:5
recall quote:8 that:8 zero:6 object:6 whether:8
recount quote:7 that:8 whether:8 object:6
relate quote:5 that:6 whether:5
remember quote:7 object:4
reminisce quote:7
observe quote:8 that:8 zero:7
remark quote:9 that:9 zero:7 on:6
comment quote:9 that:9 on:3
mention quote:5 that:8 object:5
indicate quote:7 that:9 zero:7 object:4 whether:6 survey:8
signal quote:4 that:7 zero:6 object:4
imply quote:5 that:8 zero:7 object:6
hint quote:5 that:5 zero:4 at:4
promise quote:8 that:9 zero:8 infinitive:7 object:6 hearer:7
pledge quote:8 that:9 zero:8 infinitive:7 object:6
vow quote:9 that:9 zero:8 infinitive:7 object:6
swear quote:7 that:8 zero:7 infinitive:4
threaten quote:7 that:7 infinitive:5
assure quote:9 that:9 zero:9 of:6 hearer:9
reassure quote:8 that:9 zero:8 hearer:9
remind quote:8 that:9 of:8 hearer:9
inform quote:7 that:8 zero:8 of:6 hearer:9
notify that:7 of:4 hearer:9
complain quote:9 that:9 zero:5 about:7 of:7
lament quote:9 that:9 object:5 whether:7
bemoan quote:8 that:8 object:6
decry quote:8 object:8 whether:7
protest quote:7 that:8
joke quote:9 that:9 zero:7 about:5
quip quote:9 that:9
boast quote:9 that:9 zero:5 of:7 about:5
brag quote:8 that:8 zero:5 about:5 of:6
testify quote:8 that:9 zero:6
opine quote:9 that:9 zero:6
posit quote:8 that:9 zero:6
reason quote:7 that:7
theorize quote:7 that:8
stipulate quote:5 that:7
attest quote:7 that:8 zero:7 to:5
certify that:5
tweet quote:9 that:9 zero:8 object:6 about:4
retweet object:4
post quote:7 that:7 object:3
blog quote:8 that:8 about:4
email quote:6 that:6
text quote:6 that:6
message quote:5 that:5
pen quote:6
editorialize quote:8 that:8
chant quote:7 object:6 of:4
shout quote:8 that:7 from:3
yell quote:8 that:6
scream quote:8 that:5
cry quote:7 that:5
exclaim quote:9 that:8
holler quote:8
whisper quote:8 that:7
utter quote:7
mutter quote:8 that:7
murmur quote:8 that:7
mumble quote:8
gush quote:8
bellow quote:8
bark quote:6
roar quote:6
snap quote:7
sneer quote:7
scoff quote:8 that:8 at:5
sigh quote:6
laugh quote:5
chuckle quote:5
smile quote:3
grin quote:3
shrug quote:4
deadpan quote:8
crow quote:7 that:7
thunder quote:7 that:6
intone quote:8
recite quote:6
read quote:5
sing quote:4
begin quote:6
continue quote:8 zero:5
finish quote:5
interject quote:9
interrupt quote:6
elaborate quote:8 on:5
clarify quote:9 that:9 zero:8 object:5 whether:5
specify quote:7 that:8 zero:5 whether:5 object:4
expand quote:3
agree quote:8 that:7 zero:3
disagree quote:6
concur quote:8 that:5
counter quote:8 that:9
rebut quote:6 that:6 object:4
object quote:5 that:6
dispute quote:4 that:5 object:4
contradict quote:2
dismiss quote:6 object:7
reject quote:5 object:5
rebuff quote:3
accuse quote:7 order:0 object:8
criticize quote:7 object:6 for:6
criticise quote:7 object:6 for:6
condemn quote:7 object:4
denounce quote:7 object:6
blast quote:7 object:7
slam quote:7 object:5
lambaste quote:6 object:6
rip quote:5 object:5
bash quote:5 object:3
castigate quote:6 object:6
chide quote:7 object:6
rebuke quote:7 object:5
scold quote:7 object:5
berate quote:6 object:5
deride quote:7 object:5
mock quote:6 object:5
ridicule quote:6 object:4
belittle quote:4 object:4
disparage quote:4 object:4
taunt quote:6 object:4
jeer quote:5
jab quote:5
gripe quote:8 that:8 about:7
grumble quote:8 that:8 about:6
fume quote:7 that:6
rail quote:4 against:5
rant quote:6
vent quote:6
seethe quote:5
praise quote:6 object:6
commend quote:6 object:6
applaud quote:5 object:4
hail quote:6 object:6
laud quote:6 object:6
tout quote:5 object:5 whether:5
extol quote:5 object:6
compliment quote:5 object:5
thank quote:5 object:5 for:5
congratulate quote:5 object:4
apologize quote:7 for:6
apologise quote:7 for:6
call quote:7 object:5
call for object:7
call on object:7 order:7
call out object:5
describe quote:8 object:6 whether:9 as:5
characterize quote:8 object:7 as:6
characterise quote:8 object:7 as:6
portray quote:6 object:6 as:5
depict quote:3 object:3
dub quote:7 object:5
label quote:5 object:4
brand quote:5 object:4
term quote:6 object:5
liken quote:6 object:6
compare quote:4 object:3
refer to quote:6 object:3
allude to object:4
point to object:6
point out quote:8 that:9 zero:8 object:7 whether:7
speak quote:4 of:5 about:8 out:4
speak of quote:5 object:6 whether:7
speak about object:8 whether:8
talk about object:2
go on quote:7 infinitive:0
chime in quote:8
weigh in quote:7
fire back quote:8 that:8
hit back quote:7
shoot back quote:8
spell out object:5 whether:6
lay out object:3
set out object:2
cite quote:5 object:7
quote quote:7 object:6 as:3
outline quote:3 object:5 whether:5
detail quote:3 object:3 whether:5
discuss quote:2 object:3 whether:6
illustrate quote:2
demand quote:7 that:8 infinitive:5 object:5 whether:7
urge quote:8 that:9 order:8 object:6
implore quote:8 that:6 order:7
beg quote:6 order:5
plead quote:7 that:6 for:5
exhort quote:7 order:7
appeal quote:6 for:5
request quote:4 that:7 object:5 order:6
insinuate quote:6 that:8 zero:6
intimate quote:6 that:8
volunteer quote:6 that:6
offer quote:6
advocate quote:5 that:6 for:2 object:4
endorse quote:3
defend quote:6 object:6
justify quote:3
rationalize quote:5 that:6
preach quote:6 that:5
profess quote:5 that:6 infinitive:4
avow quote:6 that:8
venture quote:7 that:7
surmise quote:7 that:6
muse quote:8 that:7
reckon quote:7 that:6 zero:6
marvel quote:8 that:6
enthuse quote:9
rejoice quote:6
raise quote:3 object:2
raise questions about object:4 whether:7
question quote:7 whether:8 object:5
challenge quote:5 object:3 whether:5
grill quote:4
quiz quote:4
press quote:4 about:6 whether:6 hearer:7
prod quote:4
decline infinitive:4
refuse infinitive:5
urge on object:4
rule that:7 zero:5
decree quote:5 that:8
order quote:4 that:5 order:6 infinitive:6 hearer:7
show quote:2 that:3 zero:3 object:1 survey:8
demonstrate that:5 survey:8
envision object:3
foresee object:4
expect quote:2
believe quote:4
think quote:4
feel quote:3
hope quote:4
fear quote:3
admonish quote:7 order:7 object:4
reprimand object:4
rue quote:6 object:4
regret quote:5
resolve quote:3
hazard quote:6
persist quote:7
parrot quote:5
echo quote:6 object:4
relay quote:5 that:6 object:4
recap quote:5 object:4
summarize quote:6 object:5
sum up quote:7 object:5
attribute quote:2 object:4
blame quote:5 object:6
credit quote:3 object:5
fault quote:4 object:5
downplay quote:4 object:6
play down object:5
minimize object:3
brush off object:5
brush aside object:5
shoot down object:4
lash out quote:6 at:4
hit out quote:6 at:4
take issue quote:4
make clear quote:6 that:9 zero:7 whether:7
make known that:8
put it quote:7
put object:5
let slip that:8
tell of object:7
babble quote:6
bawl quote:7
bleat quote:7 that:6
blurt quote:7 that:6
blurt out quote:8 that:7
boom quote:7
bray quote:6
cackle quote:6
chirp quote:7
chortle quote:7
croak quote:6
croon quote:6
drawl quote:7
drone quote:6
gasp quote:7
giggle quote:5
groan quote:7 that:6
growl quote:7
grouse quote:8 that:8 about:6
grunt quote:6
guffaw quote:6
harrumph quote:7 that:6
hiss quote:7
hoot quote:6
howl quote:6
huff quote:7 that:6
jabber quote:6
moan quote:7 that:8 about:6
prattle quote:6
purr quote:6
rasp quote:6
screech quote:7
shriek quote:7
simper quote:6
snarl quote:7
snicker quote:6
snigger quote:6
snipe quote:7 that:8 at:5
sniff quote:6 that:6
snort quote:7
sob quote:6
splutter quote:7
sputter quote:7
squawk quote:6
squeal quote:6
stammer quote:7
stutter quote:7
wail quote:7 that:6
wheeze quote:6
whimper quote:6
whine quote:7 that:8 about:7
whinge quote:7 that:8 about:7
yelp quote:6
aver quote:8 that:9 zero:6
interpose quote:7
enunciate quote:5
reassert quote:7 that:8 object:5
rejoin quote:6 that:6
riposte quote:9 that:8
parry quote:6
postulate quote:6 that:7
hypothesize quote:6 that:7
hypothesise quote:6 that:7
theorise quote:7 that:7
conjecture quote:7 that:7
prophesy quote:7 that:7
prognosticate quote:6 that:7
anticipate that:5
confide quote:8 that:8 zero:6
divulge quote:5 that:8 whether:5 object:5
let on that:8
fess up quote:7 that:7
own up quote:6 that:6 to:4
come clean quote:5
recognise quote:4 that:4
apprise that:7 of:6 hearer:9
alert that:7 of:4 to:3 hearer:9
forewarn that:7 of:6 hearer:9
tip off that:6 hearer:7
instruct quote:6 that:7 order:6 infinitive:6 hearer:7
beseech quote:7 order:7
entreat quote:7 order:7
enjoin quote:6 order:6
plead with order:6
call upon object:7 order:7
appeal to order:6
petition quote:4 that:5 for:4
clamor quote:6 that:5 for:3
clamour quote:6 that:5 for:3
warrant that:5
carp quote:7 that:8 about:6
cavil that:7
fret quote:7 that:8 about:4 zero:5
fulminate quote:7 that:7 against:5
inveigh against:6
bluster quote:7 that:7
lecture quote:4 that:6
harangue quote:5
hector quote:5
kvetch quote:7 that:7 about:6
quibble quote:6 that:6
remonstrate quote:7 that:7
deplore quote:7 that:6 object:5
bewail quote:6 that:6 object:6
censure quote:4 object:3
chastise quote:6 object:4
reproach quote:6 object:4
reprove quote:6 object:4
upbraid quote:7 object:6
excoriate quote:6 object:5
lambast quote:6 object:6
vilify quote:4 object:3
pillory quote:4 object:3
assail quote:6 object:4
lampoon quote:5 object:3
satirize quote:4 object:3
denigrate quote:4 object:3
malign quote:4 object:3
impugn object:4
refute quote:5 that:6 object:5
repudiate quote:5 object:5
disavow quote:4 object:4
acclaim quote:4 object:4
welcome quote:6 object:4
eulogize quote:6 object:4
eulogise quote:6 object:4
trumpet quote:5 that:7 object:4
jest quote:8 that:7
tease quote:6 that:6
wisecrack quote:8 that:7
banter quote:6
riff quote:7
ponder quote:7 whether:5
ruminate quote:7 that:6
recollect quote:7 that:8
philosophize quote:7 that:6
philosophise quote:7 that:6
pontificate quote:6 that:6
sermonize quote:6 that:6
moralize quote:6 that:6
orate quote:7
declaim quote:7 that:6
expound quote:6
ramble quote:4
rave quote:7 that:7 about:4
exult quote:8 that:7
gloat quote:8 that:8
swoon quote:5
effuse quote:7
butt in quote:7
chip in quote:6
pipe up quote:8
push back quote:6
clap back quote:8
snap back quote:7
bite back quote:6
fax quote:5 that:5
telegraph quote:5 that:6
scribble quote:6
scrawl quote:6
elucidate quote:4
recapitulate quote:6 that:6
adjudge that:5
charge that:8
counterclaim that:8
caricature quote:4 object:3
paraphrase quote:6
summarise quote:6 object:5
rationalise quote:5 that:6
editorialise quote:8 that:8
minimise object:3
reemphasize quote:8 that:8
bitch quote:6 that:7 about:6
vouch quote:5 that:7
vouchsafe quote:5 that:6
hold forth quote:5
hold that zero:7
accept that zero:5
rule out quote:3 object:6
direct order:6
pay tribute to quote:5 object:4
take aim at object:4
take issue with quote:4 object:5
pour scorn on object:6
heap praise on object:6
lavish praise on object:6
cast doubt on quote:3 object:6
lash out at quote:5 object:4
hit out at quote:5 object:4
hit back at quote:5 object:5
speak out against object:4
come out against object:4
make the case that zero:8
make the point that zero:8
make the argument that zero:8
express concern that zero:8
express concern about object:6
express concern over object:6
express regret that zero:7
express regret for object:6
express regret over object:6
express hope that zero:8
express confidence that zero:8
express doubt that zero:8
express doubts about object:6
express fear that zero:7
express fears that zero:7
express support for object:4
express outrage that zero:7
express outrage at object:5
voice concern that zero:8
voice concern about object:6
voice concern over object:6
raise concerns that zero:6
raise the alarm about object:5
sound the alarm about object:5
give assurances that zero:7
offer assurances that zero:7
guarantee quote:5 that:7 zero:6
encourage quote:4 order:6
address whether:6
submit quote:3 that:7
`
