/**
 * Countries, states and large cities, folded. A name of several words has single spaces. The list comes from common
 * knowledge.
 */
const PLACES =
  'afghanistan,africa,alabama,alaska,albania,aleppo,algeria,america,amsterdam,angola,ankara,antarctica,arabia,argentina,arizona,arkansas,armenia,asia,athens,atlanta,auckland,' +
  'austin,australia,austria,azerbaijan,baghdad,bahamas,bahrain,balkans,baltimore,bangkok,bangladesh,barbados,barcelona,beijing,beirut,belarus,belgium,belgrade,belize,benghazi,benin,berlin,bhutan,' +
  'birmingham,bolivia,bombay,bosnia,boston,botswana,brasilia,brazil,britain,brooklyn,brussels,bucharest,budapest,buenos aires,buffalo,bulgaria,burkina faso,burma,burundi,cairo,calcutta,california,cambodia,cameroon,' +
  'canada,canberra,cape town,caracas,caribbean,casablanca,chad,charleston,charlotte,chicago,chile,china,cincinnati,cleveland,colombia,colombo,colorado,columbus,congo,connecticut,copenhagen,costa rica,' +
  'crimea,croatia,cuba,cyprus,czech republic,dallas,damascus,delaware,delhi,denmark,denver,des moines,detroit,dhaka,djibouti,doha,dominican republic,donetsk,dubai,dublin,east timor,ecuador,' +
  'edinburgh,egypt,el salvador,england,eritrea,estonia,ethiopia,europe,ferguson,fiji,finland,flint,florida,fort worth,france,frankfurt,gabon,gambia,gaza,geneva,georgia,germany,ghana,gibraltar,glasgow,great britain,' +
  'greece,greenland,grenada,guam,guantanamo,guatemala,guinea,guyana,haiti,hamburg,hanoi,hartford,havana,hawaii,helsinki,herat,hiroshima,hollywood,honduras,hong kong,honolulu,houston,hungary,iceland,idaho,idlib,' +
  'illinois,india,indiana,indianapolis,indonesia,iowa,iran,iraq,ireland,islamabad,israel,istanbul,italy,ivory coast,jakarta,jamaica,japan,jerusalem,johannesburg,jordan,kabul,kandahar,kansas,kansas city,karachi,' +
  'kashmir,kathmandu,kazakhstan,kentucky,kenya,khartoum,kiev,kyiv,kosovo,kuala lumpur,kuwait,kyrgyzstan,lagos,lahore,laos,las vegas,latin america,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lima,lisbon,lithuania,' +
  'london,long island,los angeles,louisiana,luxembourg,macedonia,madagascar,madrid,maine,malawi,malaysia,mali,malta,manchester,manhattan,manila,maryland,massachusetts,mauritania,mauritius,mecca,melbourne,memphis,mexico,' +
  'mexico city,miami,michigan,middle east,milan,milwaukee,minneapolis,minnesota,minsk,mississippi,missouri,mogadishu,moldova,monaco,mongolia,montana,montenegro,montreal,morocco,moscow,mosul,mozambique,mumbai,munich,' +
  'myanmar,nairobi,namibia,nashville,nebraska,nepal,netherlands,nevada,new delhi,new england,new hampshire,new jersey,new mexico,new orleans,new york,new york city,new zealand,newark,nicaragua,niger,nigeria,' +
  'north america,north carolina,north dakota,north korea,northern ireland,norway,oakland,ohio,oklahoma,oman,ontario,oregon,orlando,osaka,oslo,ottawa,oxford,pakistan,palestine,panama,papua new guinea,paraguay,paris,pennsylvania,' +
  'peru,peshawar,philadelphia,philippines,phoenix,pittsburgh,poland,portland,portugal,prague,puerto rico,punjab,pyongyang,qatar,quebec,queensland,raqqa,rhode island,richmond,riyadh,romania,rome,russia,rwanda,sacramento,' +
  'san antonio,san bernardino,san diego,san francisco,san jose,santiago,sarajevo,saudi arabia,scandinavia,scotland,seattle,senegal,seoul,serbia,shanghai,siberia,sicily,sierra leone,sindh,singapore,slovakia,slovenia,somalia,south africa,' +
  'south america,south carolina,south dakota,south korea,south sudan,soviet union,spain,sri lanka,st. louis,stockholm,sudan,sweden,switzerland,sydney,syria,taipei,taiwan,tajikistan,tallinn,tampa,tanzania,tbilisi,tehran,tel aviv,' +
  'tennessee,texas,thailand,tibet,togo,tokyo,toronto,trinidad,tripoli,tucson,tulsa,tunis,tunisia,turkey,turkmenistan,uganda,ukraine,united arab emirates,united kingdom,united states,united states of america,uruguay,utah,uzbekistan,vancouver,venezuela,' +
  'kharkiv,odesa,lviv,mariupol,luhansk,zaporizhzhia,kherson,rafah,jenin,nablus,hebron,haifa,ramallah,gaza city,erbil,homs,sanaa,hodeidah,kampala,kigali,abuja,accra,dakar,bamako,kinshasa,harare,lusaka,pretoria,durban,kolkata,chennai,bengaluru,bangalore,hyderabad,rawalpindi,yangon,saigon,ho chi minh city,phnom penh,kyoto,shenzhen,guangzhou,wuhan,macau,xinjiang,' +
  'leeds,liverpool,cardiff,belfast,bristol,sheffield,newcastle,nottingham,leicester,southampton,portsmouth,brighton,coventry,plymouth,swansea,aberdeen,dundee,cambridge,yorkshire,lancashire,cornwall,essex,surrey,sussex,norfolk,suffolk,cumbria,northumbria,merseyside,' +
  'czechoslovakia,vilnius,riga,chisinau,yerevan,baku,astana,almaty,tashkent,bishkek,ljubljana,skopje,tirana,pristina,podgorica,krakow,gdansk,wroclaw,cologne,stuttgart,dusseldorf,leipzig,dresden,bonn,lyon,marseille,toulouse,bordeaux,lille,strasbourg,nantes,naples,turin,venice,palermo,bologna,seville,bilbao,malaga,catalonia,antwerp,ghent,bruges,rotterdam,utrecht,eindhoven,basel,lausanne,salzburg,graz,gothenburg,malmo,uppsala,aarhus,tampere,reykjavik,' +
  'calgary,edmonton,winnipeg,halifax,manitoba,alberta,saskatchewan,british columbia,nova scotia,guadalajara,monterrey,tijuana,port-au-prince,santo domingo,san juan,bogota,medellin,quito,la paz,valparaiso,montevideo,asuncion,sao paulo,rio de janeiro,recife,brisbane,perth,tasmania,christchurch,port moresby,albuquerque,salt lake city,boise,anchorage,el paso,louisville,jacksonville,tallahassee,savannah,baton rouge,little rock,oklahoma city,omaha,wichita,rochester,syracuse,albany,trenton,annapolis,' +
  'vermont,vienna,vietnam,virginia,wales,warsaw,washington,west bank,west virginia,wisconsin,wyoming,yemen,yugoslavia,zagreb,zambia,zimbabwe,zurich,u.s.,u.s,us,usa,u.s.a.,u.k.,uk,u.n.,un,eu,e.u.,uae,d.c.,drc,dprk'

/** Demonyms: capitalized adjectives and nouns for peoples. They name no person. */
const DEMONYMS =
  'afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian azerbaijani bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian ' +
  'british briton bulgarian burmese californian cambodian cameroonian canadian catalan caucasian chechen chilean chinese colombian congolese croatian cuban czech danish dutch ecuadorian egyptian ' +
  'emirati english eritrean estonian ethiopian european filipino finnish floridian french georgian german ghanaian greek guatemalan haitian hawaiian hispanic honduran hungarian icelandic indian ' +
  'indonesian iowan iranian iraqi irish israeli italian jamaican japanese jordanian kashmiri kazakh kenyan korean kosovan kurdish kuwaiti latino latina latvian lebanese liberian libyan lithuanian ' +
  'malaysian maltese mexican moldovan mongolian moroccan nepalese nepali nicaraguan nigerian norwegian ohioan omani pakistani palestinian panamanian persian peruvian polish portuguese qatari romanian ' +
  'russian rwandan saudi scandinavian scottish senegalese serb serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian texan thai tibetan tunisian turkish ' +
  'turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean christian catholic protestant evangelical muslim islamic islamist jewish hindu buddhist sikh sunni shiite shia ' +
  'democratic republican conservative labour tory communist socialist marxist nazi soviet western eastern northern southern black white native ' +
  'syrian-american african-american arab-american mexican-american cuban-american'

const places = new Set<string>()
const firstWords = new Set<string>()
for (const place of PLACES.split(',')) {
  places.add(place)
  const words = place.split(' ')
  if (words.length > 1) firstWords.add(words[0] as string)
}

export const PLACE_NAMES: ReadonlySet<string> = places
/** First words of the place names that have several words. */
export const PLACE_FIRST_WORDS: ReadonlySet<string> = firstWords
export const DEMONYM_WORDS: ReadonlySet<string> = new Set(
  DEMONYMS.split(' ').flatMap((word) => [word, `${word}s`]),
)

const MEN_OF_PLACES = 'french english irish welsh scots dutch cornish ulster manx yorkshire'.split(' ')
const INHABITANTS =
  'spaniard dane swede finn pole turk brit scot czech kurd croat kiwi aussie zealander londoner glaswegian liverpudlian mancunian geordie parisian ' +
  'berliner muscovite yorker islander icelander netherlander luxembourger filipina new-yorker'

/** Nouns for one inhabitant: "Frenchman", "Londoner", "Russian". */
export const NATIONAL_NOUNS: ReadonlySet<string> = new Set([
  ...MEN_OF_PLACES.flatMap((place) => [`${place}man`, `${place}woman`]),
  ...INHABITANTS.split(' '),
  ...DEMONYMS.split(' ').filter((word) => !/(?:sh|ch|ese|ss)$/.test(word)),
])

/** Nouns for several inhabitants: "the French", "Frenchmen", "Russians". */
export const PLURAL_NATIONAL_NOUNS: ReadonlySet<string> = new Set([
  ...MEN_OF_PLACES.flatMap((place) => [`${place}men`, `${place}women`]),
  ...INHABITANTS.split(' ').map((word) => `${word}s`),
  ...DEMONYMS.split(' ').map((word) => (/(?:sh|ch|ese|ss)$/.test(word) ? word : `${word}s`)),
])
