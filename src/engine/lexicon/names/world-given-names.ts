/**
 * Given names by region, folded to ASCII lower case, from general knowledge. Names that are everyday English words, or
 * mostly family names, are left out. A name in the lists of both sexes tells no sex.
 */

const SOUTH_ASIA_MALE =
  'varun murugan kumaran lasith aamir kamrul rezaul shafiqul mizanur anisur habibur saiful rafiqul ' +
  'jashim monirul ashraful shakib ' +
  'ajantha asanka buddhika chaminda chandana dhammika duminda gamini gayan harsha indika janaka jayantha kamal kapila kasun lahiru lalith mahela nalin nandana nihal nimal nuwan palitha pradeep prasanna ranil rohan roshan ruwan saman sanath sarath sunil susantha thilak tissa udaya upali upul wasantha bikram bishnu dawa dipak gopal hari kinley kumar madhav namgay pema prakash pushpa sonam tashi tshering ugyen wangchuk ' +
  'aakash aarav aayush abbas abdur abhay abhinav abhishek aditya afzal ahsan ajith ajmal akash akbar ' +
  'akhil akhilesh akhtar alok altaf aman amandeep amitabh amol amrinder amrit amritpal anil aniruddha ' +
  'anirudh anish ankit ansari anuj anup anura anurag anush anwarul arafat arijit arjun arjuna arshad ' +
  'arun arvinder asaduddin ashish ashutosh ashwin ashwini asim aslam atal atif atul aurangzeb ayub ' +
  'azhar azhari azmat babul badal badri bakhtiar balbir baldev baljit balram bandula basavaraj basharat ' +
  'bharat bhupesh bhupinder bhushan bilal bilawal bimal bipin birendra biswajit brijesh chamara ' +
  'chaminda chandan chandrababu chandrika charanjit chathura chidambaram chirag darshan dayanidhi ' +
  'dayasiri debasish devendra devesh dhammika dhananjay dharam dharmendra dhruv digvijaya dilawar ' +
  'dilshan dimuth dipak dipankar dipu dullas durga ehsan ejaz eknath faiz faizal fakhar farhan farooq ' +
  'farrukh fawad fazlul fazlur feroz firhad firoz furqan gagan gajendra ganesh gaurav gautam gayan ' +
  'ghulam girish gobinda gotabaya govind govinda gulzar gurdeep gurpreet hafizur hansraj harbhajan ' +
  'hardeep hardik hari hariharan harin haripal haris harish harjit harpreet harsha harshad harshana ' +
  'harshvardhan hemant hemanta himanshu hiralal hrithik ibrar iftikhar ihsan ijaz ilyas imdad imtiaz ' +
  'inder inderjit indika inzamam iqbal irshad ishan ishtiaq jagan jagannath jagdeep jagdish jagjit ' +
  'jahangir jai jaideep jairam janaka jaspal jasprit jaswant jatin jayanta jayantha jayesh jeevan ' +
  'jignesh jitendra jitin joydeep jyotiraditya kabir kailash kalyan kamlesh kamran kanhaiya kapil karan ' +
  'karthik karti kartik karunanidhi kashif kaushik kedar keshav khawaja khurram kiren kirti kishan ' +
  'kishore krishna kuldeep kunal kushal lakshman lakshmikant lalit lalith lasantha laxman liaquat ' +
  'luqman madan madhav madhukar mahbub mahendra mahesh mahinda maithripala malik mallikarjun mamoon ' +
  'mangala manik manish manjinder manohar mansukh manzoor maqbool masood masum mazhar milind mirza ' +
  'mithun mohit mohsin moin moinuddin mosharraf motilal mubarak mubashir mudassir muhsin mujibur ' +
  'mukhtiar mukul mulayam murali murtaza mushfiqur mushtaq mustafizur muzaffar nadeem naeem nageshwar ' +
  'nahid namal nanda nandalal nandan nandlal narayan naseeruddin naushad naveen navin navjot nazim ' +
  'nazrul neeraj nihal nikhil nilesh niranjan nirmal nishant nitin nitish nizam noman nurul obaidul ' +
  'omprakash owais palitha pankaj parambir pathum pavan pawan pinarayi piyush prabhakar prabhat prabir ' +
  'prabowo pradeep pradip prafulla prahlad prajwal prakhar pralhad pramod prasad prasanna prasenjit ' +
  'prashant pratap prateek prathap praveen pravin prem prithviraj puneet purushottam pushkar qadir ' +
  'quader quamrul rabindranath radha raees raghav raghuram rahat raheel raja rajan rajat rajeev ' +
  'rajendra rajesh rajitha rajkumar raju rakesh ramakrishna raman ramanathan ramesh rameshwar ramiz ' +
  'ranjan ranjit ratan rauf ravinder ravindra rehan rehman revanth ritesh riyaz rizvi rizwan rohan ' +
  'rohit rohitha ruhul sachin sadiq sagar sahil saifuddin saifur sajeeb sajith sakib salahuddin saleem ' +
  'samar samarjit sambit sampath sanath sandip sandun sanjeev sanjib sanjiv santosh sarath ' +
  'sarfraz sarvesh sashi satish satya satyendra saurabh saurav selvam senthil shafiq shafqat shah ' +
  'shahbaz shaheed shahidul shahriar shahzad shailesh shaktikanta shamim shankar sharad sharjeel ' +
  'shashank shashi shavendra shehan shehzad shibli shiv shiva shivraj shoaib shubham shubman ' +
  'siddaramaiah siddharth siddhartha siraj sirajul sitaram sohail sonu sourav sridhar srinivas stalin ' +
  'subhash subrahmanyam subramanian sudarshan sudhir sugath sujit sukhbir sukhvinder sukhwinder sukumar ' +
  'suman sumanth sumit sumon sundar suraj surendra suresh surinder surya sushil suvendu swapan swaraj ' +
  'syama tabish tahawwur talha tamim tanvir tanzim tapan tarun taufiq tauqeer tejashwi tejasvi thilak ' +
  'thusitha tofail touqeer uday udaya uddhav umair umer umesh upendra usama utpal vaibhav vajira ' +
  'vasanth vasantha venkaiah venkatesh vidura vidya vikas vikrant vimal vinay vineet vinesh vipin vipul ' +
  'viraj virat virender virendra vishal vishnu vishwanath vivian wahiduddin wajid waqar waqas wasim ' +
  'yashpal yashwant yogendra yogesh yogi yousaf yousuf yuvraj zaeem zakir zaman zeeshan zia ziaur ' +
  'zohaib zubair zulfikar'
const SOUTH_ASIA_FEMALE =
  'ananya sita shanti revathi dilrukshi nimali samina yasmeen parveen sharmin maliha radha ' +
  'achini anoma champika chandrika chathurika damayanthi dilhani dilini dulani geethika hasini inoka ishara iresha kumari kumudini malini manel menaka nadeesha nilanthi nilmini nirosha ramani renuka rukmani sandya shanika shiranthi sriyani sujatha thilini thushari yamuna deki dechen bimala kabita laxmi maya sabitri sarita sharmila sunita ' +
  'aarti aditi afreen afroza aishath alka ambika ameena amina amrita anamika anandi aneesa anita anjana ' +
  'anju anjum ankita annapurna anupama anuradha anushka aparajita arati archana arpita arundhati asha ' +
  'ashima asifa asiya atishi ayesha bakhtawar barkha beena benazir bhagyashree bhavana bhawani bushra ' +
  'chandrika chhaya chitra daya deepa deepali deepika devaki devika dilani dilhani dipti divya durdana ' +
  'ekta falak fareeda farhana farhat farzana fauzia fehmida fozia gauri gayatri geeta geetanjali geetha ' +
  'gita gulalai habiba haleema hansika harini hasina hema hemlata himani hiruni humaira indrani indu ' +
  'indumati ishrat ismat jahanara jaya jayanti jyothi jyoti jyotsna kajal kalpana kalyani kamala kamla ' +
  'kanchana kanimozhi karishma karuna kashmala kaushalya kavitha khaleda kirron komal kriti kumari ' +
  'kusum lakshmi lalita latha lubna madhavi madhu madhuri mahbooba mahua maimuna malathi malini mallika ' +
  'mamata manisha manju marriyum mausam mayawati meena meenakshi meera meghna mehbooba mehnaz mehreen ' +
  'menaka mithali mithila mrinal muneeza nafisa nagma naheed najma nalini nandini nandita nargis naseem ' +
  'natasha navika nayanika nazia neelam neelima neeta neha nidhi nikhat nilima nilofar nirmala nirupama ' +
  'nisha nita nithya nivedita noor nusrat padma palak pallavi parvathi parvati pavithra pinky poonam ' +
  'prachi pragya pramila pratibha pratima preeti preity prema prerna purnima pushpa quratulain rabia ' +
  'rachna radhika rajani rajeshwari rajshree rakhi ramani ramya rani ranjana rashmi reema reena rehana ' +
  'rekha renu renuka reshma ria ritu riya roja rokeya roopa rubina ruchi rukhsana rukmini rumeen rupa ' +
  'rupali sabeen sabiha sadaf sadhana safia saima sakina sangeeta sania sanjana sapna sarita saroja ' +
  'sarojini savita savitri seema shabana shabnam shaista shakuntala shalini shama shamima shamshad ' +
  'sharmila sharmistha shaza shazia sheela sheetal shefali shehla sheikha sherry shireen shobha ' +
  'shraddha shreya shruti shweta sidra simran sirima sitara smita smriti sneha sobia sonal sonali sonam ' +
  'soumya sreeja subhashini sucheta sudha suhasini sujata sujatha sukanya sulochana sumathi sumitra ' +
  'sunanda suneeta sunita supriya suranjana surayya sushma sushmita swapna swara swati tabassum tahira ' +
  'tahmina tanuja tanushree tanvi taslima tehmina trupti uma urmila urvashi ushna vaishali vaishnavi ' +
  'vandana vanita varsha vasudha vasundhara veena vibha vidya vijaya vinita vrinda yamini yashodhara ' +
  'yogita zaib zakia zarqa zartaj zeba zeenat zohra zubaida'
const SOUTH_EAST_ASIA_MALE =
  'prasit thanakorn nattapong rodel reynaldo rommel ' +
  'mohd muhd mohammad mohamed zainuddin zulkifli hashim azman azmi faizal hafiz hisham idris jaafar kamaruddin nazri rosli shamsul zaini abdulah abidin achmad adhi adi adisorn aditya adnin agung agus ahmadi airlangga akmal aldrin alfonso ' +
  'amirudin amirul anies anton anutin apichat apirak aquilino ari arief aris armida arnel arsjad aung ' +
  'azalina azizan azmin azrul bambang banharn bhumibol bongbong budi budiman chaiwat chalerm chanthol ' +
  'chatichai chavalit chea chuan dadang danang darmawan dedi dhani djoko eddy eko erick erlangga fadli ' +
  'fadzil fahmi faizal fajar faris fatih fauzi ferdinand ferdy firdaus firli fuziah ganjar gatot gibran ' +
  'gringo gunawan hadi hafidz hairul hamka hamzah haris hariyanto haryanto hasanuddin hasto hendra ' +
  'hendrar heng heri hidayat hishammuddin hussin idrus ikhwan irwan iskandar ismail isnaraissah jafril ' +
  'jagdeep jejomar jimly jinggoy joko jokowi jusuf juwono kadir kamaruddin kem khairul khairy kyaw ' +
  'laode latheefa luhut lukman mahathir mahfud marzuki maung megat muhaimin muhyiddin muliaman mustapa ' +
  'nadiem najmuddin nazri nik nizar noynoy nurul nyan onn panfilo panji pannika phonethep phouphet ' +
  'prabowo praditya pramono prawit prayut prayuth prem priyambodo purnomo puteh radzi rafizi rahmat ' +
  'ramadhan ramli razak razali reezal ridwan rizal rizalman rodrigo rohani romli rosan saifuddin ' +
  'salahuddin salleh samak sandiaga santoso sanusi sapardi saravanan sigit sihasak sivakumar slamet soe ' +
  'soekarno somchai somkid somsak sondhi srettha subianto sudjiwo sugeng suharto sukarno sukri sulaiman ' +
  'surachai surakiart surapong suryo susilo suthep sutrisno syafruddin syahir syahrul taib tarman ' +
  'taufan taufik tengku thaksin thanathorn thanong thant thein thura tjahjo tony trisno tuan veerathai ' +
  'vicente wahyu warawut wichai wijayanto wira wiranto wissanu xuan yasonna yongyuth yudi yusril zahid ' +
  'zaid zainal zainuddin zambry zaw zayar zulkefli zulkifli zulkipli zuraida'
const SOUTH_EAST_ASIA_FEMALE =
  'aishah norhayati ayu linh huong hoa maricel marites analyn jennelyn rosalinda ' +
  'faridah salmah rahmah zaleha zaiton rohani rosnah rokiah hasnah maimunah khadijah aisyah amalia amirah anggun anies arlina aryani azizah chadchart chalida dewi dian dina duenden dwi ' +
  'endah evi farida fitri fitria gita gloria hajah hanifah hannah hartini imelda indah ira iriana irma ' +
  'jamaliah juliana khofifah khunying leila leni lestari lilis lina maimon maimunah maria maryati ' +
  'megawati miriam mufidah muliana murni nadirah nancy nani nasaruddin ning nisa noeleen norliza norma ' +
  'normala nur nuraini nurhayati nurhidayah nurul nurulizzah paetongtarn paiboon pattama pornthip puan ' +
  'puspa putri rahayu ratna retno rina rini rosmah rosmiati rosnani rukmini sarina sharifah shariffah ' +
  'siti sitti sophaline sri sudarat suhaila suharti sulastri supaporn suu syarifah thida thu tini ' +
  'titiek tuti wardina wulan yati yingluck yulia yuliana yuni yuyun zaleha zaliha zarina zuraidah'
const ARAB_AND_IRANIAN_MALE =
  'behrouz mourad djamel azzedine ' +
  'abbas abdelhamid abdelilah abdelkader abdelmadjid abdelmalek abdelrahman abderrahmane abdirahman ' +
  'abdolreza abdou abdulhamid abdulkader abdulkarim abdullatif abdulmalik abdulrahman abdulsalam ' +
  'abolfazl abolhassan adham afif ahed aiman akbar akram alaa alaeddin ali alireza allal amer amjad ' +
  'ammar amre amro amrou anas anouar antoun aoun arash ardeshir arman aryan asaad assem ata atef atta ' +
  'awad ayad ayoob ayoub azeddine azmi azzam baha bahman bahram bakhtiyar bandar baqir barham bassem ' +
  'behnam behzad belal bijan boulos boutros chafik chakib chedli cyrus daoud dariush dawood dhia diaa ' +
  'driss ebrahim ehsan elias emad esmail essam ezzat faiez fakhri farhad faris farshad farzad fathi ' +
  'fawaz fawzi faysal fazel fereydoon firas firouz fouad gamal gebran ghanem ghazi habib haider hakan ' +
  'hamdan hamdi hamed hamidreza hani hannibal harith hashem hassane hatem hayder hazem hazza hedi ' +
  'hesham hicham hichem hisham hojjat homayoun hooman hormoz hosam hosni hossam hossein houcine ' +
  'houshang husam husni ihab iman issa iyad izzat izzedine jaafar jaber jabir jad jafar jahanbakhsh ' +
  'jalil jamil jassem jassim javad jawad jumaa kais kaiss kambiz kamel karam karrar kayvan kazem kazim ' +
  'keyvan khaldoun khalifa kheireddine khider khosrow kian kiarash lakhdar latif lotfi lounes maamoun ' +
  'mahdi maher majd majed majid makram mamdouh mamoun manouchehr mansour marouane marouf masoud masrour ' +
  'massoud mazen mazin mehran mehrdad meysam miqdad moataz moez mohsen mojtaba moncef morteza mostafa ' +
  'mouloud mounir moussa mustafa muthanna muwaffaq nabih nader nafie naim naji najib najm naser ' +
  'nasrallah nassim nawaf nawfal nazih nechirvan nizar noureddine nouri numan obeid omid osama ossama ' +
  'oussama parviz pejman peyman pouria qais qasem qassem raad rabah rabih rachid raed ramez rami ramin ' +
  'raouf rashad rauf rayan reda redouane reza riad ridha riyad rostam rouhollah ruhollah saadeddine ' +
  'saber sabri sadegh sadeq sadiq saied saif sajjad salam saleh saman samer samih sasan sattar ' +
  'sayed sayyed seif selim sepehr shadi shahin shahram shakir shamil sherif siamak sinan sofiane soheil ' +
  'sohrab soroush subhi sufian taghi taha tahseen taleb talib tamer tammam tareck tawfik taymour thamer ' +
  'turki ubay usamah wadih wael wajdi walid wasfi wissam yacine yahia yaser yassine yazan younes younis ' +
  'yousef yusef yusuf zaher zaki zayed ziad zine zouheir zuhair'
const ARAB_AND_IRANIAN_FEMALE =
  'imane olfa wided sihem ' +
  'abeer abir aicha aida alia amal amani amat amina anahita anisa anousheh areej arwa asal asma asmaa ' +
  'atefeh atoosa aya azar badria bahar bahareh bahia balqis basma bayan bouthaina bushra buthaina dalal ' +
  'dalia dania dareen diala dima dina donia ebtisam elaheh elham elnaz esraa fadia fadila fadwa faeza ' +
  'fahima faiza farah fariba farideh farnaz fatemeh faten fatiha fatimah fawzia fereshteh forough ghada ' +
  'ghadir ghazal golshifteh habiba hajar hala halima hanadi hanane hania hayat heba hend hiba hind ' +
  'houda houria huda ibtisam ilham iman inaam intisar isra israa jamila janan jihan jumana karima ' +
  'karimeh khadijah khawla khouloud ladan laila laleh lamia lamis lara latefa lina loujain lubna lulwa ' +
  'maha mahboubeh mahin mahsa mahshid mahtab maisa malak malika manal mandana maram marjan marjaneh ' +
  'marwa maryam masih masoumeh maysa maysoon mina mitra mona monia mouna muna nabila nada nadia nagham ' +
  'naglaa nahed nahid naila najat najla najwa narges nariman nasrin nawal nayera nazanin nazila neda ' +
  'negar nejat nermin nesreen nesrine nibal niloufar nivine noha noora noura nouria ola olfat omaima ' +
  'ouafa oula pari parisa parvaneh parvin raghad rahma raja rajaa randa rania rasha reem rehab rima ' +
  'rita rola roula roya ruba ruqaya saba sabah sabiha safaa safiya sahar sajida salwa samah samar samia ' +
  'saoussen sara sareh sarvenaz sawsan sepideh setareh shadia shahd shahla shahrzad shaima shaimaa ' +
  'shaqayeq sheida shereen shiva shohreh siham simin soad soraya souad souhayla suad suha suhair susan ' +
  'tahereh taraneh thuraya wafa wafaa warda widad yara yasaman yosra zeina zeinab zhila zineb zohreh ' +
  'zubeida'
const AFRICA_MALE =
  'ebo fiifi ikenna segun femi abubakar danjuma cheikh modou lamine seydou souleymane juma hamisi ' +
  'bakari athumani rajabu mwinyi mugisha abdi liban guled bongani katlego munyaradzi kudakwashe lesego ' +
  'karabo jabu ' +
  'abdirahman abdulkadir abu alhassan amadou bekele brima dawit ekow elijah farah foday getachew girma hailu itai issa kebede kofi kwabena kwaku kwame kwasi kwesi lamin lovemore mamadou mesfin mohamud momodu musa nelson obert ousmane paa samson sheku tadesse tapiwa tesfaye thabo themba tinashe yared yaw yonas yusuf zenebe ' +
  'abayomi abdallah abdoulaye abebe abel abimbola abiodun abiy adama adamu adebayo adedayo adekunle ' +
  'ademola adeniyi adeola aderemi adetokunbo adewale adeyemi agostinho aisake akintola akinwumi akufo ' +
  'alassane alhassan alieu aliou aliyu almamy alphonse amadou amani amara amilcar aminu anthonio ' +
  'apollo arafat aristide armand asamoah asare ashenafi assimi atiku augustin ayo ayodeji ayodele baba ' +
  'babajide babatunde bakary baleka bantu bassirou bathabile bheki bienvenu biodun blaise bola bolaji ' +
  'bonaventure bonginkosi boubacar boubou boureima bukola buyisiwe chakib chidi chike chima chinedu ' +
  'chinonso chinua chipo chuka chukwudi chukwuemeka clotaire cyriaque dapo dawda dawit demeke denis ' +
  'didier dieudonne dikgang dioncounda djibril dumisani ebrima edem ekow elhadj emeka emmerson enoch ' +
  'ephraim ernest esayas ezekiel fani faure festus fikile firmin folarin fred freddy fulgence gaoussou ' +
  'gatete gbenga getachew getahun girma godfrey gwede habtamu hage haile hailemariam hassane ' +
  'hichilema hilary hosea ibrahima idriss idrissa ifeanyi iheanyi iliasu isaias ishmael issoufou itai ' +
  'itumeleng jabulani jakaya jakob japhet jesca johannes joice jomo josefa josias josue julius juvenal ' +
  'kabore kagiso kalonzo kamau kamel kamissa kassim kayode kebede kehinde kennedy kenneth kgalema kgosi ' +
  'kgosientsho khama kinfe kingsley kipchumba kipkorir koffi kofi kojo kossi kwabena kwadwo kwaku kwame ' +
  'kwasi kwesi lamido laurent lazarus lekan lemma leonce lerato lesetja lindiwe lungelo lungi lusanda ' +
  'lwazi macky mahamadou mahamane mahamat mahlon makau maki malusi mamadou mamady manase manasseh ' +
  'mandla mangaliso mangosuthu marafa masechaba masoud mathews mavuso maxwele mbwana medhin mekonnen ' +
  'meles melesse mesfin mfundo mlungisi mmusi moeketsi moise mokgweetsi mokhethi moleleki mondli ' +
  'mosiuoa motlatsi mpho mthuli muhammadu muhoozi mulatu mumba mungai muritala musalia mwai mzwanele ' +
  'nana nangolo nceba ndaba nelson nestor ngozi nhlanhla nicephore njabulo njoroge nkosana nkosinathi ' +
  'nnamdi nqaba nthato ntokozo nuru nyameko obafemi obi obinna okechukwu okey olabode olaf olamide ' +
  'olaniyi olatunji olorunfemi olufemi olumide olusegun oluseun olusola onyekachi osagyefo osita oumar ' +
  'ousainou ousmane pacome panduleni patrice patrick pendukeni petrus phumzile pule raila ranoko rotimi ' +
  'rugunda sadio saidou salif salou samora samson samuel sani saulos sekou sello senzo seretse serigne ' +
  'seth setumo severin sfiso shehu siaka sibongiseni sibusiso sidiki sifiso sihle simbarashe ' +
  'sipho sithembiso siyabonga siyabulela sizwe solly soumaila stanislas suleimana tabu tafadzwa taiwo ' +
  'takudzwa tandeka tapiwa tatenda tawanda tebogo tedros teferi tendai teodoro tesfaye teshome thabang ' +
  'thabiso thabo thami themba thembinkosi theophile thokozani thulani tidjane tiebile tinashe tlali ' +
  'toby tolulope toyin tsakani tsepo tshepo tumelo tunde tundu tyson uche ugochukwu uhuru umaro usifo ' +
  'uzodinma valentine velile vincent vusi vuyo wale wandile wavel welile wole workneh wycliffe yakubu ' +
  'yaw yemi yonas yoweri yusuph zachariah zakes zelalem zephania zitto zolani zoleka zweli zwelinzima'
const AFRICA_FEMALE =
  'nokuthula nyasha chiedza wambui akinyi achieng atieno adhiambo chebet jepkosgei chepkoech cherono ' +
  'moraa kemunto nekesa nafula naliaka mwende mumbua fatuma rehema neema subira zuhura saida rukia ' +
  'hawa nasra ifrah sahra deeqa faduma almaz meseret senait hiwot abeba amaka nneka oluchi adaobi ' +
  'ebele folake titilayo aderonke omolara bisi simisola araba rokhaya sokhna fanta djeneba salimata ' +
  'alimata mpho chipo uche bukola abimbola tatenda ' +
  'abena adwoa afua akosua akua alemitu ama amina asha aster awa binta efua esi fatmata fatou hamdi hirut hodan isatou kadiatu lerato makeda mariama mbalenthle naledi ndeye nomsa nomvula rahel rebecca saba sarah selam thandeka thandiwe tigist tsitsi wangari yaa zainab zanele ' +
  'abena abike adaeze adama adaora adesua adjoa adwoa afua aicha aissata aissatou akosua akua ama ' +
  'aminata amma angie anyango asantewaa assetou atsu awa awino ayanda ayodele azeb banyana bibi binta ' +
  'birtukan boitumelo bongiwe buhle busisiwe buyelwa catherine chiamaka chidinma chimamanda chinwe ' +
  'chioma coumba danisa dikeledi dineo dipuo efua esi esinam eunice fatouma fatoumata fisseha folasade ' +
  'funke funmilayo gcinani genet gladys hadiza haja halimah hirut hlengiwe ifeoma ifunanya iyabo jabu ' +
  'jewel joice kadiatou kadidia kagure karabo kebbeh kelechi keneilwe khanyi khanyisile khensani ' +
  'khumbudzo kouyate lebogang lerato lesego lindiwe litha lulama lungiswa lusanda maite maitseo ' +
  'makhosazana makhosi mame mamphela mampho mandisa mantsopa mariama masechele masego mbali mmakgosi ' +
  'mmamoloko mpumi naledi nandi netumbo ngina ngozi njeri nkechi nkiru nkosazana noluthando nomalanga ' +
  'nomasonto nomathemba nombulelo nomcebo nomfundo nompumelelo nomsa nomvula nomzamo nonhlanhla ' +
  'nonkululeko nontobeko nosipho nosiviwe nothando nozizwe nqobile nthabiseng ntombi ntombifuthi ' +
  'nyambura nyaradzo nyokabi obiageli oby omotola onyeka oumou palesa phumla phumzile puleng ' +
  'ramatoulaye refilwe rokia rosebud ruvimbo saara sade sahlework samia sanaba sarafina seble seipati ' +
  'selamawit shamsa sharon sibongile simphiwe sindisiwe siphokazi stella stergomena tadesse tandi ' +
  'tebello temitope thandeka thandi thandiwe thembi thenjiwe thoko thokozile thuli thulisile tlaleng ' +
  'tshidi tsitsi ummi unathi wangari wanjiku wanjiru winnie wunmi xoliswa yaa yetunde yewande zainabu ' +
  'zandile zanele zenani zindzi zinhle zintle zodwa zoleka zoliswa zukiswa zuzana zwelethu zweli'
const EAST_ASIA_MALE =
  'min-jun ji-hoon sung-min ' +
  'akihiko akihito akio akira atsushi daiki daisuke fumio fumito genki goro hajime haruki haruo haruto ' +
  'hayato hideaki hidekazu hideki hideo hidetoshi hikaru hiroaki hirofumi hirohito hirokazu hiroki ' +
  'hiromasa hirotaka hiroto hiroyuki hisashi hitoshi ichiro isamu isao itsunori jiro joji jun junichi ' +
  'junichiro junji junya kaito kan katsunobu katsunori katsutoshi katsuya kazuhiko kazuhiro kazuki ' +
  'kazunori kazuto kazuya kazuyoshi kazuyuki kei keigo keiichi keiji keisuke keizo kenichi kenichiro ' +
  'kenjiro kenta kentaro kenzo kiichi kiichiro kiyoshi kohei koichi koichiro koji kosuke kota kotaro ' +
  'kunihiko kunio kyohei makoto mamoru manabu masaaki masafumi masaharu masahiko masahiro masahito ' +
  'masaki masami masanori masao masaru masashi masataka masato masatoshi masaya masayoshi masayuki ' +
  'michio mikio minoru mitsuo mitsuru motohiro motoo nagisa naoki naoto naoya naoyuki naruhito natsuo ' +
  'nobuaki nobuhiko nobuhiro nobuo nobuteru nobuyuki norihiko norihiro norio noriyuki osamu reiji ' +
  'rikiya riku rintaro ryohei ryoichi ryoji ryosei ryosuke ryota ryotaro ryu ryuichi ryuji ryunosuke ' +
  'sadakazu satoru satoshi seiichi seiji seishi seishiro shigeki shigenori shigeo shigeru shigeyuki ' +
  'shimpei shin shingo shinichi shinichiro shinji shinjiro shinsuke shintaro shinya shinzo shiro shogo ' +
  'shohei shoichi shoji shota shotaro shuichi shuji shunichi shunji shunsuke shusaku sota susumu ' +
  'tadamori tadao tadashi taiki takaaki takafumi takahiro takashi takato takatoshi takaya takayuki ' +
  'takehiko takehiro takeo takeshi takuma takumi takuya tamotsu taro tatsuo tatsuya teruhiko tetsu ' +
  'tetsuo tetsuro tetsuya tomohiko tomohiro tomoki tomomi tomoya toru toshiaki toshifumi toshihiko ' +
  'toshihiro toshiki toshimitsu toshio toshiro toshitaka toshiyuki tsuneo tsutomu tsuyoshi wataru ' +
  'yasuhiko yasuhiro yasuhito yasukazu yasunari yasunori yasuo yasushi yasutoshi yasuyuki yohei yoichi ' +
  'yoichiro yoji yoshiaki yoshifumi yoshihide yoshihiko yoshihiro yoshihisa yoshihito yoshiki yoshimasa ' +
  'yoshimi yoshinobu yoshinori yoshio yoshiro yoshitaka yoshito yoshiyuki yosuke yota yu yudai yuichi ' +
  'yuichiro yuji yujiro yuki yukihiko yukihiro yukio yuma yusaku yusei yusuke yuta yutaka yuto yuya ' +
  'yuzo yuzuru'
const EAST_ASIA_FEMALE =
  'aoi mio ji-eun min-ji hye-jin eun-ji ' +
  'aiko akane akemi akiko ami asako asami asuka atsuko aya ayaka ayako ayame ayami ayano ayumi chiaki ' +
  'chie chieko chiharu chihiro chika chikage chisato chiyo chiyoko eiko emi emiko eri eriko etsuko fumi ' +
  'fumie fumiko fusae haruka haruko harumi haruna hatsune hiroe hiroko hiromi hisako hitomi honoka ' +
  'junko kaede kana kanako kaori kaoru karen kasumi kayo kayoko kazuko kazuyo keiko kiko kikuko kimiko ' +
  'kinuyo kiyoko kiyomi kotomi kumi kumiko kuniko kyoko mai maiko maki makiko mami mamiko manami marie ' +
  'mariko masae masako mayu mayuko mayumi megumi mei meiko michiko midori mieko miho mihoko mika mikako ' +
  'miki mikiko minako mineko misaki misako misato mitsuko miwa miyako miyoko miyuki mizuho mizuki moe ' +
  'momoko motoko nana nanae nanako nanami naoko naomi narumi natsuki natsuko natsumi nobuko noriko ' +
  'reiko rie rieko rika rikako riko rina rinko risa ruiko rumi rumiko ruriko ryoko sachi sachie sachiko ' +
  'sadako saeko saki sakiko sakura sanae saori satoko satomi satsuki sayaka sayuri seiko setsuko ' +
  'shigeko shiho shihoko shino shiori shizue shizuka shizuko sumiko sumire suzuko tae taeko takako ' +
  'tamae tamaki tamako tamiko terue tomoe tomoko toshiko tsuneko umeko wakako yae yasuko yayoi yoko ' +
  'yoriko yoshie yoshiko yui yuika yuka yukako yukari yuki yukie yukiko yuko yumi yumiko yuri yurie ' +
  'yuriko yuuka'
const LATIN_AMERICA_MALE =
  'eleuterio caio ' +
  'abelardo abimael adalberto ademir adhemar adolfo adrian agustin alberico alcides alejo alexandre ' +
  'aloizio alonso aluizio alvaro amado ambrosio anderson andres anibal anselmo apolinar aristobulo ' +
  'armando arnoldo arquimedes artemio artur atilio augusto aurelio baltasar benicio benjamin bernabe ' +
  'blas braulio camilo candido carmelo casimiro celestino celso cesareo cicero ciro claudinei cleber ' +
  'constantino crescencio cristiano cuauhtemoc custodio dagoberto damaso dante davi delcy delfin deltan ' +
  'demetrio diosdado domingo duarte eder edilson edinson edmundo efrain eladio eleazar elio eliseo eloy ' +
  'emiliano epifanio erasmo ernane eusebio evaristo everaldo evo ezequiel fabricio facundo faustino ' +
  'fausto feliciano fermin flavio florencio francisco-javier freddy fulgencio gaspar gaston genaro ' +
  'geraldo gerson getulio gilberto gilmar gregorio gustavo guzman heliodoro hercules ' +
  'heriberto hermenegildo hernando higinio hilario hilton homero honorio iban idelfonso inacio ' +
  'indalecio isaias isidoro ismael itamar jacinto jacobo jader jairo jairzinho januario jenaro jhon ' +
  'joaquim jonatas josemaria josue juancarlos juarez jucelino juvenal laureano lautaro lazaro leandro ' +
  'leocadio leoncio leonel lindbergh lisandro luciano luis lula macario macedonio marcelino marciano ' +
  'marcio matias maximiliano maximo melchor miguelangel modesto nahuel narciso natalio nayib nazario ' +
  'nelson neymar nicanor nicolas norberto octavio olavo omar osmar osvaldo oswaldo otavio ovidio ' +
  'pascual patricio placido policarpo porfirio primitivo prudencio quirino raimundo ramiro randolfe ' +
  'reinaldo remigio renan rigoberto rivaldo robinson rodrigo rolando romero romeu romulo ronaldo roque ' +
  'rosendo ruperto sabino salomon samuel sandro saturnino severino sigifredo silvano silverio simon ' +
  'sixto tarcisio telesforo teobaldo teodoro teofilo thiago tiago tomas tulio ubaldo ulises urbano ' +
  'valdemar valdir valentin vanderlei venancio vicente victorino vinicius virgilio wagner waldemar ' +
  'walter wellington wenceslao wilder wilfredo wilmer xiomaro yamandu yolmer zacarias zenon'
const LATIN_AMERICA_FEMALE =
  'nieves ' +
  'adelina alba albertina aleida alejandrina alicia altagracia amalia amparo anabel analia araceli ' +
  'ariadna azucena bertha blanca brigida caridad carina carlota casilda catarina cayetana cira citlalli ' +
  'clarissa claudia concepcion concha consuelo dalila damares dayana delcy delfina dignora dolores ' +
  'dorila dulce elba elianne elvira emelina encarnacion ernestina esmeralda estefania estela eulalia ' +
  'eusebia evelina fabiola fatima fernanda flor francia francisca gabriela gioconda gleisi graciela ' +
  'griselda guadalupe herminia hortensia iracema irma isaura itzel ivonne izabella jacinta janaina ' +
  'jandira javiera jimena jineth josefa jovita juliana laisa lenia leonor lidice ligia lucero lucrecia ' +
  'luizianne lupita luz macarena magaly magdalena maite manuela marcia margarita mariangel maricela ' +
  'marielle marina maritza marta maruja maura mayra mercedes micaela michelle mireya mirtha nadia ' +
  'nayeli nelida nely nidia nilda nohemi norma nubia obdulia olga olinda oralia paloma pastora paulina ' +
  'perla petrona piedad pilar raimunda raquel rebeca refugio reyna rigoberta rocio rosario rosaura ' +
  'roseana rufina sandra simone socorro soledad sonia susana tabata tania tarcila teofila tereza ulla ' +
  'veronica violeta ximena xiomara yadira yamileth yanina yenny yesenia yolanda zenaida zoraida zulema'
const EUROPE_MALE =
  'alfie archie bertram cecil connor dermot dougal ebenezer finlay garth giles humphrey jethro laurence merv mervyn neville orville otis piers silas simeon tobias vaughn horace ' +
  'everton errol andriy dmytro taras attila razvan tadhg ruairi iolo gethin rhodri huw tapio viliami ' +
  'tevita semisi lopeti josaia waisale wiremu rawiri ' +
  'aivars andris arnis arturs edgars gints guntis ivars janis juris karlis maris normunds raimonds valdis algirdas arvydas gintaras jonas kestutis mindaugas saulius vytautas andrus jaak jaanus kalle madis margus priit tarmo toomas urmas bojan darko dejan dragan goran igor milan miroslav nenad predrag sinisa zlatko zoran henrik jorgen lars leif oystein rune svein terje tomas trond matti pekka timo ' +
  'aapo aarne aivar aivars aki alar aleksandar aleksander aleksandr aleksei ales algirdas alois alojz ' +
  'alvars amund andri andris andrius ante antero antti apostolos aras arild aristidis arne arnis artis ' +
  'artjoms artur arturs arunas arvo asbjorn asen asger atanas athanasios aurimas axel balazs balint ' +
  'bartosz bela bengt bertil bjarne bjarni blagoj bogdan bogoljub bohdan bohumil bojan boleslaw ' +
  'borislav borut boyko bozo branislav branko bronislaw brynjar cahal catalin cathal ciaran cillian ' +
  'cormac costas csaba czeslaw dainis daire daithi dalius damjan danijel danil danilo darius darko ' +
  'davor declan dejan denys diarmuid dimitar dimitrios dimos dobromir donal donatas dragan drago dragos ' +
  'drazen dumitru dusan dzintars eamon edgars edmunds eero egidijus egils egon einar eino eirik eivind ' +
  'elmar endre eoghan erki erkki erling evald evangelos eyvind fedir ferenc fergal fergus fero fintan ' +
  'flemming florian florin frode gabor gaspard gatis geir gellert georgios gergely gheorghe giedrius ' +
  'gintaras gintautas gints gisle gitanas gjorge goran gordan grzegorz gudmund gunnar gustaf gyorgy ' +
  'gyula haakon hallgrim halvard hannes hannu harald haralds harri hasse havard heikki helge henn ' +
  'henning henryk hjalmar hrvoje ihar ihor iker illia imants imre indrek ingmar ioan ioannis ion ionut ' +
  'istvan ivan ivaylo ivica ivo jaak jaan jaanus jacek jairus jakub janek janis janko janne jarek jari ' +
  'jarkko jarl jarmo jaromir jaroslav jaroslaw jere jeroen jerzy jesse jiri jonas jorma josip jouni ' +
  'jovan juha juhani jukka juozas juraj jurgis juri jussi jyrki kaarel kaido kaj kalev kalle karel ' +
  'karlis karsten kaspars kasper kazimierz kestutis kimmo kjell kjetil knut kolinda konstantinas ' +
  'konstantinos konstantyn kostas krasimir kresimir krisjanis krisztian krzysztof kyriakos laimonas ' +
  'lasse lauri leho leif lembit leszek ljubisa ljubomir lubomir lubos lukasz maciej madis magnus maksim ' +
  'maksym marcin marek margus marian mariano marijan marinko marjan markko markku maros mart martins ' +
  'matej mateja matjaz matti mattias matyas meelis miha mihail mihails mihaly mihkel mika mikael mikkel ' +
  'mikko mikola mikolaj milorad milutin mindaugas mircea mirek mirko miroslaw mirza mislav miso mladen ' +
  'momcilo morten mykhailo mykola nebojsa nenad niall niklas nikola nikolaj nikolaos nikolas nikolay ' +
  'normunds ognjen oisin oleh oleksandr oleksii oleksiy olli onni orjan oskars ovidiu paavo padraig ' +
  'palle panagiotis panos pasi pauli pavlo peeter pekka pelle pentti petar petri petru petteri petur ' +
  'piet pietro plamen povilas predrag prokopis przemyslaw radek rados radoslaw radu raigo raimo ' +
  'raimonds rait raivis ramunas rasmus ratko reijo reinis remigijus rihards riho rimantas risto ' +
  'robertas roman romas ronan rostyslav rumen ruslan ruud ryszard sakari sami sandor sarunas saulius ' +
  'savvas seamus sebastjan sebestyen sergejs serhii serhiy sigurd sigurdur siim simas simo sindre ' +
  'slavko slavomir slawomir slobodan snorri sondre soren spyridon spyros srdan stanko stavros steinar ' +
  'stelian stjepan stoyan stratos svein svend sverre sylwester szymon taavet taavi tadej tadeusz tarmo ' +
  'tassos teemu teet teitur teodor tero theis theodoros thijs thorbjorn thorleif thorsten tibor tihomir ' +
  'tiit timo tjark toivo tomasz tomaz tomislav toomas torben torgeir tormod torsten traian trond ' +
  'tryggve tsvetan tudor uldis ulf urmas uros urpo vahur vaidas vaidotas valdas valdis valdo valter ' +
  'vasil vasile vasilis vasyl veiko velimir ventsislav vidar viestur viktors ville vilmos vincas virgil ' +
  'vit vitalii vitalijs vitold vjaceslavs vladas vladislav vlado vlastimil vojtech volodymir vuk ' +
  'vytautas vytenis waldemar wieslaw wim witold wladyslaw yanis yannis yaroslav yevhen yevhenii yiannis ' +
  'yorgos zdenek zdenko zdravko zeljko zenonas ziga zigmantas zlatko zoran zsolt zydrunas zygimantas'
const EUROPE_FEMALE =
  'beryl mavis enid lesley esme effie della cecily willa tilly tamsin selina odette millie lottie letitia kara jemima isobel freda faye dinah ' +
  'janelle shanelle chantelle giselle raylene jolene tanisha rowena larissa luiza halyna nadezhda ' +
  'ildiko andreea mihaela raluca desislava tsvetana mairead aisling mhairi catriona ffion lowri hilma ' +
  'birna leilani kalani mele losa lupe litia salote makareta ngaire aroha moana anahera kezia keziah ' +
  'thais ' +
  'aija anita baiba dzintra evija ieva ilze inga inese laima liga sanita vija zane audrone daiva dalia giedre jurate rasa ruta anneli kadri katrin liis piret ulle branka dragana gordana jasna ljiljana mirjana slavica vesna zorica berit gro hilde ingrid kari lise marit randi siv solveig turid tove wenche aino kaisa paivi riitta ' +
  'aase agata agne aiga aija aino aiste aldona aleksandra alenka aliaksandra alise anca ancuta anda ' +
  'andja andrada aneta anete aniko anita anke annegret anneke annelise annemarie anni annika annukka ' +
  'antje anu asa asta aud ausra ausrine baiba barbora barbro bente berit biljana birgitta birgitte ' +
  'birute bodil bogna bojana borbala bozena branka brigita britt brona caoimhe ciara cristiana dace ' +
  'daina daiva dalia danguole danica danuta daria darija darja dita ditte dobrila dorota dorte dragana ' +
  'dubravka durdica dzintra ebba edita egle eha eija eila eili eimear eithne elin elina elita elke ' +
  'elzbieta ene eniko erzsebet eszter evelin evelina evgenia evija ewa gabija galina gerda ginta ' +
  'gintare gitte grazyna gro gudrun gunilla gunta halina halszka hana hanne hedda hedvig heike heini ' +
  'hella helle henna henryka hilde ieva ilga iliana ilona ilze imke inara ines inese inga ingeborg ' +
  'ingegerd ingela inger ingrida ingvild ioana iris irja iryna iskra ivana iveta iwona izabela jaana ' +
  'jadranka jadvyga jadwiga jana janina janja jarmila jasmina jasna jelena jelizaveta jitka johanne ' +
  'jolanta jorunn jovana judit judita jurate justyna kadi kadri kaia kaisa kaja kajsa kamila karianne ' +
  'karolina katalin katarzyna kateryna katre katri katrin keiu kerli kersti kirke kirsi kjersti kolinda ' +
  'kornelia kristiina kristijana kristyna krisztina krystyna laima larysa lene lenka lesia leva lidiia ' +
  'lidija liga liina liisa lilit lilita lilla linnea lisbet lise liv ljiljana ljubica ljudmila loreta ' +
  'lotte ludmila ludmyla lyubov maarit maarja magdolna maie maija malgorzata malin mamta mareike maren ' +
  'mari mariann mariia marija marijana marika marit mariya marju marketa marlies marta mateja maud ' +
  'merete merike merja merje merle mette milda milena milica mira mirela mirjam mirjana modesta monta ' +
  'natasa neringa nevena nevenka niamh nijole noora oddny oksana olena olha ona orla ornella outi oxana ' +
  'paivi pernille petya pia piia pille piret pirjo pirkko raili ramune randi rasa rasma ratka reet ' +
  'reeta regine reka renata riikka riina riitta rimante ritva roisin roxana ruta saara sabina saila ' +
  'saimi salme sanda sandra sandrine sanita sanna sanne saoirse sari satu senka sidsel sigita signe ' +
  'sigridur siiri silja silje silke silva silvia simona sinead sini sinikka sirje sirpa siv slavica ' +
  'snezana snezhana sofija solveig solvita sorcha stanislava stine suvi svenja svitlana synnove taina ' +
  'tarja tatjana teija telma teresa terhi tetiana tetyana thea tiina tiiu tijana tine tora toril torill ' +
  'tove trine tsvetelina tuija turid tuula tuuli ulla ulrika ulrike unni urska urszula urte urve vaiva ' +
  'valda valentyna vanja varvara vasiliki vendela veneta vesna vibeke viera viktoria viktoriia ' +
  'viktorija vilma violeta virginija vita vlasta wanda wieslawa wioletta yevheniia yuliia zanda zaneta ' +
  'zdenka zeljka zivile zofia zoja zorana zsofia zsuzsanna zuzanna'
const TURKISH_AND_CENTRAL_ASIAN_MALE =
  'bekzhan marat yerlan daniyar kanat bolat sherzod jamshid otabek bakhtiyor ' +
  'abdulkadir adem ahmet ali-riza alp arda askar asqar atambek aydin azamat bahadir bakhyt bakir bayram ' +
  'bekir berat berk bilgehan birol bora bulat bulent burak caglar cahit cem cemal cemil cenk cetin ' +
  'cevdet cihan dogan dogu dursun ekrem emin emre engin ercan erdal erdem eren ergin erhan erkan erol ' +
  'ertugrul faruk fatih fehmi ferhat feridun fikret fuat furkan galip gokhan goksel gulmurod gurbanguly ' +
  'hakan halil haluk hamza hasan hayati haydar hikmet hulusi huseyin ibrahim ihsan ilham ilhan ilker ' +
  'imomali isa ismail ismet izzet kadir kadri kahraman kairat kassym kemal kenan khurshid koray kursad ' +
  'kursat levent lutfi mahmut mansur mehmet melih mert mesut metin mevlut muharrem muhittin murat ' +
  'mustafa muzaffer nabi naci namik necati necdet necmettin nevzat nihat nurettin nuri nurlan nursultan ' +
  'nurullah oktay omer onur orhan orkhan osman ozan ozgur ozkan ramazan rauf recai recep refik resul ' +
  'ridvan rustam saban sabri sadyr samet sedat selahattin selcuk selim semih serdar serhat serkan ' +
  'sevket sezai shavkat sinan sukru suleyman tacettin talip tansu tarik tayfun tayyip temel teoman ' +
  'tolga tuncay turgut turhan ufuk ugur ulas umit umut utku vahit vecdi veysel volkan yakup yalcin ' +
  'yasar yavuz yigit yilmaz yuksel yunus zafer zeki zhantoro ziya'
const TURKISH_AND_CENTRAL_ASIAN_FEMALE =
  'aigul ainura nazgul aigerim saltanat dinara gulmira zhanna assel madina aliya nigora dilnoza ' +
  'gulbahor feruza nodira defne ' +
  'ahu aliye arzu asli asuman aybuke ayca ayfer aygul aylin aynur ayse aysegul aysen aysun aytul banu ' +
  'basak belgin belma berna betul beyza birgul birsen burcin burcu buse busra canan candan cansu ceren ' +
  'ceyda cigdem derya didem dilan dilek duygu ebru ece eda elif emel emine esin esra ezgi fadime fatma ' +
  'feray ferda feride feyza figen filiz funda gamze gizem gokce gul gulay gulbahar gulcan gulden gulen ' +
  'guler gulizar gulnara gulsah gulsen gulseren gulsum gulten gunay guzin habibe hacer hale halide ' +
  'handan hande hatice hulya hurriyet idil ilknur inci ipek jale kader kadriye lale leman leyla makbule ' +
  'melda melek melike meltem meral merve meryem muge mujde munevver nagehan nalan nazan nazli nebahat ' +
  'nergis nermin neslihan nesrin nevin nigar nihal nihan nil nilgun nilufer nimet nuray nurcan nurhan ' +
  'nurten ovgu oya ozge ozlem pakize pelin pervin pinar rabia reyhan sabiha saule selin selma sema ' +
  'semra senay serap serpil sevda sevgi sevil sevim sevinc sezen sibel sukran sule suna tansu tuba ' +
  'tugba tulay tulin ulku umran yasemin yeliz yesim yildiz zehra zeynep zuhal'
const UNKNOWN_SEX =
  'dawa kei aoi linh hoa amandeep kuldeep hardeep jagdeep navjot harjit baljit gurdeep amrit amrinder surinder ' +
  'amritpal sukhwinder santosh krishna shamim chandana indika indra jaya parveen farhat nusrat amal ' +
  'ifeanyi kelechi onyeka chima bola bisi ayo yemi abiodun imani nuru tinashe tapiwa takudzwa nyasha ' +
  'katlego tebogo boitumelo nhlanhla simphiwe unathi ayanda ihsan hikmet ismat yuksel cihan derya gokce ' +
  'wissam salam shadi azhar shahin nour dwi sri dian wahyu moana kalani janne kari inge nikita ' +
  'ola simone michele nicola andrea dominique claude camille marian laurence rene lou jaime ashley guadalupe rosario refugio ' +
  'amara foday momoh naseem nasim anjum shaheen jyoti suman madhu shashi ashwini taiwo kehinde tendai kagiso tumelo ' +
  'temitope toyin tafadzwa farai rutendo kaoru hiromi masami shinobu natsuki hikaru jun akira makoto ' +
  'raja rida firdaus deniz ozgur umut evren yucel vanja sasa ' +
  'abhijit aizhan amarjit anh arya balwinder bao chau chi chinh cuong daljit dorje dorji duc dung feng ' +
  'gurmeet gurpreet hai hanh haoyu harmeet harpreet heng hieu hoang hsiao hua hui huy jaswinder jian ' +
  'jiang jianguo jianhua jiawei jie jigme jinping junhui kamaljit kanwaljit khanh khoa kien ' +
  'kinley kunzang lobsang manpreet minh navdeep nga ngan ngoc nguyet nhan nhung norbu parminder pema ' +
  'phong phuc phuoc phuong qi qiang qiu quang quoc ramanjit rui sangay satinder shan sheng shu ' +
  'simranjit sonam soo-jin sukhdeep sukhjit tam tashi tenzin thanh thao thien thinh thu thuan thuy tien ' +
  'trang trinh trung truong tsering tshering tuan tuyet ugyen viet vinh vy wangchuk wei-ling xiang ' +
  'xiaoming xiaoping xin xing xiu xiuying xue yanis yi yichen yifan yinglong yongqiang yuan yue yun ' +
  'yunus zedong zemin zhe zhi zhiming zhiyong zhong'

/** Folded given names of men of the world. */
export const WORLD_MALE =
  `${SOUTH_ASIA_MALE} ${SOUTH_EAST_ASIA_MALE} ${ARAB_AND_IRANIAN_MALE} ${AFRICA_MALE} ${EAST_ASIA_MALE} ` +
  `${LATIN_AMERICA_MALE} ${EUROPE_MALE} ${TURKISH_AND_CENTRAL_ASIAN_MALE}`
/** Folded given names of women of the world. */
export const WORLD_FEMALE =
  `${SOUTH_ASIA_FEMALE} ${SOUTH_EAST_ASIA_FEMALE} ${ARAB_AND_IRANIAN_FEMALE} ${AFRICA_FEMALE} ${EAST_ASIA_FEMALE} ` +
  `${LATIN_AMERICA_FEMALE} ${EUROPE_FEMALE} ${TURKISH_AND_CENTRAL_ASIAN_FEMALE}`
/** Folded given names that do not tell a sex. */
export const WORLD_EITHER = UNKNOWN_SEX
