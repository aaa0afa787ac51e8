import { WORLD_EITHER, WORLD_FEMALE, WORLD_MALE } from './world-given-names.ts'

/**
 * Given names by gender, folded to ASCII lower case. They occur in the news of many countries. A name that is also an
 * everyday word, or equally often a family name, is left out if it would cause errors.
 */
const MALE =
  'travis tristan tanner terrell tyrell darnell lamar marquis deandre demetrius kendrick lebron jalen bryson colton dalton dawson ' +
  'jayden aiden mason wyatt xander zane brody landon blake kieran kyran callum lewis declan rhys gareth alun dafydd euan ewan fergus hamish fraser craig ' +
  'angus lachlan ruaridh barnaby rupert crispin jarvis ricky reece kyle jermaine leroy desmond winston delroy tyrone ' +
  'clark cody cole dexter ellis grady hobart hunter jim lonnie ronny trey tucker newt rahm reince ' +
  'aaron abdel abdelaziz abdul abdulaziz abdullah abe abel abhijit abraham abu adam adel adil adnan ' +
  'adolfo adrian ahmad ahmed ahmet aidan ajay ajit akbar akira al alan alastair albert alberto aldo ' +
  'alec alejandro alessandro alexander alexandre alexei alexey alexis alfonso alfred alfredo ali ' +
  'alireza alistair allan allen alonzo alvaro alvin amar amin amir amit ammar anand anatoly anders ' +
  'andre andreas andrei andres andrew andrey andrzej andy angelo angus anil ansar anthony antoine anton ' +
  'antonio antonis anwar aram ariel arif aris arkady armando arnaud arnold arsen art artem arthur ' +
  'arturo arun arvind asad asghar ashok ashraf asif augusto avi axel ayman aziz babak barack barney ' +
  'barry bart bashar bashir basil bassam ben benedict benigno benito benjamin benny bernard bernardo ' +
  'bernd bernie bert bertrand bill billy bjorn blaise bob bobby boris boyd brad bradley brandon brendan ' +
  'brent brett brian bruce bruno bryan bryce burt byron caleb calvin carl carlo carlos cedric cesar ' +
  'chad chaim charles charlie chester chet chris christian christoph christophe christopher chuck ' +
  'clarence claude claudio claus clay clayton clement cliff clifford clint clive clyde colin conor ' +
  'conrad corey cornelius cory craig cristian cristobal curt curtis cyril cyrus dale damian damien ' +
  'damon dan daniel daniele danilo danny dario darrell darren darryl daryl dave david davide dean ' +
  'deepak denis dennis denny derek derrick desmond devin dick diego dieter dietrich dilip dimitri ' +
  'dimitris dinesh dirk dmitri dmitriy dmitry dominic dominique don donald donnie doug douglas drew ' +
  'duncan dustin dwayne dwight dylan earl ed eddie edgar edgardo edmond edmund eduardo edward edwin ' +
  'ehud eli elias elijah elliot elliott elmer elon elvis emil emile emilio emmanuel emre enda enrico ' +
  'enrique enver eoin eran eric erich erik ernest ernesto ernie erwin esteban ethan eugene evan evgeny ' +
  'eyal ezra fabian fabio fahad faisal fareed farid farouk faruk fayez fazal federico felipe felix ' +
  'ferdinand fernando fidel floyd francesco francis francisco franck francois frank franklin franz fred ' +
  'freddie frederic frederick fredrik friedrich fritz fuad gabriel garrett garry gary gavin gene geoff ' +
  'geoffrey george georges georgi georgios gerald gerard gerardo gerhard gerry ghassan giacomo gianni ' +
  'gideon gilbert gilberto gilles giorgio giovanni giulio giuseppe glen glenn gonzalo gopal gordon ' +
  'graeme graham greg gregg gregor gregory guido guillaume guillermo gunter gunther gus gustav gustavo ' +
  'guy habib hadi hafez hafiz haider haitham hakan hakeem hakim hal hamad hamid hamza hank hans harold ' +
  'haroon harris harry harsh harvey hasan hashim hassan hector heinrich heinz helmut hendrik henri ' +
  'henrik henrique henry herb herbert herman hernan hideo hiroshi horacio horst hossein howard hubert ' +
  'hugh hugo humberto hussain hussein hyun iain ian ibrahim idris ignacio igor ike ilya imad imran ira ' +
  'irfan irving isaac ishaq ishmael isidro ismail israr ivan ivor jack jackie jacob jacques jafar jaime ' +
  'jair jake jakob jalal jamal james jamie jamil jan janez janos jared jaroslaw jason javed javier jay ' +
  'jean jeb jed jeff jefferson jeffrey jens jeremiah jeremy jerome jerry jesper jesus jim jimmy joachim ' +
  'joao joaquin jochen joe joel joerg joey johan johann johannes john johnny jon jonas jonathan joost ' +
  'jorge jose josef joseph josh joshua jozef juan juergen jules julian julien julio julius junaid ' +
  'jurgen justin kamal kareem karim karl karol kazuo keith kelvin kemal ken kenji kenneth kent kevin ' +
  'khaled khalid khalil kirk klaus konrad konstantin kris kristian kumar kurt kwame kyle lance larry ' +
  'lars laszlo laurent lawrence lech lee leif len leo leon leonard leonardo leonid leopoldo leroy les ' +
  'leslie lester lev lewis liam lionel lloyd lorenzo lou louis luc luca lucas luciano ludwig luigi luis ' +
  'luiz lukas luke luther lyle lyndon maher mahmood mahmoud mahmud majid malcolm malik manfred manmohan ' +
  'manny manoj mansoor manuel marc marcel marcelo marco marcos marcus mariano marin mario mariusz mark ' +
  'marko markus marlon marshall martin marty marvin marwan massimo mateo mateusz mathew mathias mathieu ' +
  'mats matt matteo matthew matthias matthieu maurice mauricio maurizio max maxim maximilian maxwell ' +
  'mehdi mehmet mel melvin micah michael michal michel miguel mihai mike mikhail miles milo milos ' +
  'milton miroslav mitch mitchell mitt moe mohamad mohamed mohammad mohammed mohan moises monty morgan ' +
  'morris mort moses moshe muammar muhammad muhammed mukesh mulugeta murad murray musa mustafa myron ' +
  'nabil nadeem nader naftali najib naren narendra naseer nasir nasser nate nathan nathaniel naveed ' +
  'nawaz neal ned neil nelson nestor nevin nicholas nick nico nicola nicolae nicolas niels nigel nikita ' +
  'nikolai nikolaos nikos nils noah noam noel norbert norm norman nouri oleg oliver olivier olof omar ' +
  'omer orlando orrin osama oscar oskar osman otto owen pablo paddy paolo parvez pascal pasquale pat ' +
  'patrick paul paulo pavel pawel pedro per percy perry pervaiz pervez pete peter petr petro petros ' +
  'phil philip philippe phillip pier pierre pieter piotr prakash pranab qamar qasim quentin quincy ' +
  'rafael rafiq rahul raj rajesh rajiv rajnath ralph ramadan rami ramon ramzan ramzi rand randall ' +
  'randolph randy ranil raphael rashid rasmus raul ravi ray raymond recep reggie reginald reinhard ' +
  'reinhold renato rene reuben reza ricardo riccardo richard rick ricky rob robbie robert roberto robin ' +
  'rocco rod roderick rodney rodolfo rodrigo rogelio roger rohan roland rolf roman romano ron ronald ' +
  'ronnie ross roy ruben rudi rudolf rudolph rudy rufus rui rupert russ russell ryan saad saeed sajid ' +
  'salah saleh salem salim salman salvador salvatore sam sameer sami samir samuel sandeep sanjay ' +
  'santiago saul scott sean sebastian sebastien serge sergei sergey sergio seth seymour shahbaz shahid ' +
  'shane shannon sharif shaukat shaun shawn sheldon sherrod shimon shinzo sidney sigmar silvio simon ' +
  'solomon spencer srdjan stan stanislav stanley stefan stefano steffen stephan stephane stephen steve ' +
  'steven stewart stu stuart subrata suleiman sunil sven syed sylvester taher tahir takashi talal tarek ' +
  'tareq tariq taro tayyip ted teddy terence terrence terry thabo thaddeus theo theodore thierry thom ' +
  'thomas tim timothy tito toby todd tom tomas tomasz tommaso tommy toni tony trent trevor tyler tyrone ' +
  'ulrich umar umberto usman uwe vaclav valentin valery vance vasily vernon victor vijay vikram viktor ' +
  'vince vincent vincenzo vinod vitali vitaly vito vivek vlad vladimir volker volodymyr wade wael wahid ' +
  'waleed walid wallace wally walter warren waseem wayne wendell werner wes wesley wilbur wilfred ' +
  'wilhelm will willem william willie willy wilson winston wojciech wolfgang woodrow xavier yahya yair ' +
  'yasir yasser yevgeny yitzhak yoav yoram yossi youssef yuri yusuf yves zach zachary zack zafar zaheer ' +
  'zahid zbigniew zeev zeid ziad zoltan zubair zulfiqar'

const FEMALE =
  'kayla destiny jasmine brianna alexandria latisha shanice tamika keisha lakisha aaliyah imani ebony shaniqua tyra ' +
  'rhiannon sian bronwen cerys carys catrin nerys angharad eilidh mairi morag fiona isla ailsa freya imogen poppy gemma kirsty shona ' +
  'sinead saoirse grainne orlaith aoife roisin niamh hope faith betsy abby abigail ada adela adelaide adele adriana adrienne agatha agnes agnieszka aida aileen aisha ' +
  'aishwarya alejandra alessandra alexa alexandra alia alice alicia alina alisa alison allison allyson ' +
  'alma althea alyssa amal amanda amber amelia amina amira amna amy ana anastasia andrea angela ' +
  'angelica angelina anita anja anjali ann anna annabel annabelle anne anneliese annette annie annika ' +
  'antoinette antonella antonia anya aparna arianna arlene asha ashleigh ashley asma astrid audrey ' +
  'aurora ava ayesha aysel azadeh barbara beata beatrice beatriz becky belinda benazir bernadette ' +
  'bernice bertha bess beth bethany betsy bettina betty beverley beverly bianca birgit bonnie brenda ' +
  'brianna bridget brigid brigitte britney brittany brooke caitlin caitlyn camila camilla camille ' +
  'candace candice candida carina carla carly carmela carmen carol carole carolina caroline carolyn ' +
  'carrie cassandra cassie catalina caterina catherine cathy cecile cecilia celeste celia celine ' +
  'chantal charlene charlotte chelsea cheryl chloe chrissie christa christiane christina christine ' +
  'chrystia ciara cindy claire clara clare claudette claudia clementine colette colleen condoleezza ' +
  'connie consuelo cora corinne cornelia courtney cristina crystal cynthia dagmar daisy dana daniela ' +
  'danielle daphne darlene dawn deb debbie deborah debra deirdre delia delphine denise diana diane ' +
  'dianna dianne dilma dina dolores dominika donatella donna dora doreen doris dorothea dorothy ebony ' +
  'edith edna eileen ekaterina elaine eleanor eleanora elena eleni elisa elisabeth elise elissa eliza ' +
  'elizabeth ella ellen ellie elodie eloise elsa elsie elvira emilia emily emma emmanuelle erica erika ' +
  'erin ernestine esperanza estelle esther ethel eugenia eunice eva evangeline eve evelyn fabienne ' +
  'farah farida fatima fatma fatou federica felicia felicity fiona flavia florence frances francesca ' +
  'francine francoise franziska frederica frieda gabriela gabriella gabrielle gail geena geneva ' +
  'genevieve georgia georgina geraldine germaine gertrude gilda gillian gina giorgia giovanna gisela ' +
  'giulia gladys glenda glenys gloria golda grace graciela greta gretchen guadalupe gwen gwendolyn ' +
  'gwyneth hadley hala haley hanan hanna hannah harriet hazel heather heidemarie heidi helen helena ' +
  'helene helga henrietta hilary hilda hildegard hillary hina holly huda huma ida ilana ilse imelda ' +
  'imogen ina indira indra ines inga inge ingrid irena irene irina iris irma isabel isabela isabella ' +
  'isabelle ivana ivanka ivy jacinda jackie jacqueline jacqui jamila jana jane janet janice janie ' +
  'janine jasmin jasmine jayne jean jeanette jeanine jeanne jeannie jen jenna jennie jennifer jenny ' +
  'jess jessica jill jillian jo joan joana joann joanna joanne jocelyn jodi jodie jody johanna josefina ' +
  'josephine josie joy joyce juana juanita judith judy julia juliana julianna julianne julie juliet ' +
  'julieta juliette justine kamala karen karin karina karla karolina katarina kate katerina katharina ' +
  'katharine katherine kathleen kathryn kathy katia katie katja katrina katy katya kavita kay kayla ' +
  'kayleigh keisha kellie kellyanne kelsey kerry khadija kiersten kimberley kimberly kira kirsten ' +
  'kirstie kirsty kitty kristen kristi kristin kristina kristine krystal kylie lana lara larisa latifa ' +
  'latoya laura lauren laurie lavinia layla lea leah leanne leigh leila lena leona leonor leslie ' +
  'leticia letizia lidia lila lilian liliana lillian lily lina linda lindsay lindsey lisa lisbeth liz ' +
  'liza lizzie lois lola lora loretta lori lorna lorraine louisa louise lourdes luann lucia luciana ' +
  'lucille lucinda lucy ludmila luisa lydia lyn lynda lynn lynne lyudmila mabel madeleine madeline ' +
  'madison mae maeve magda magdalena maggie maha mahnaz maia maja malala malgorzata mallory mandy manon ' +
  'manuela mara marcela marcella marcia margaret margarita margery margo margot margrethe marguerite ' +
  'maria mariam mariana marianne maribel marie marieke mariela marietta marilyn marina marisa marisol ' +
  'marissa marjorie marla marlene marsha marta martha martina martine mary maryam matilda maud maureen ' +
  'maxine maya mazie megan meghan mehwish melania melanie melinda melissa mercedes meredith meryl mette ' +
  'mia michaela michele michelle mildred millicent mimi mina minerva minnie mira miranda miriam mitzi ' +
  'moira mollie molly mona monica monika monique mukhtar muriel myra myriam myrna nadia nadine nadja ' +
  'naima nancy naomi nasreen nastassja natalia natalie natasha nathalie nazanin neera nell nellie nicky ' +
  'nicole nicolette nida nikki nina noelle nora noreen norma nour oksana olga olive olivia olympia ' +
  'oprah paige pam pamela paola patricia patsy patti patty paula paulette paulina pauline pearl peggy ' +
  'penelope penny petra philippa phoebe phyllis pippa polly pooja priti priya priyanka prudence rachael ' +
  'rachel rachida raisa ramona rana rania raquel rasha rashida rebecca rebekah regina renata renee ' +
  'reneta rhea rhoda rhonda rita roberta rochelle ronda rosa rosalia rosalie rosalind rosalyn rosamund ' +
  'rosanna roseanne rosemary rosie roxana roxanne ruby ruth sabina sabine sabrina sadia sadie saira ' +
  'sally salma samantha samia samira sandra sandy sanna sara sarah sasha saskia scarlett segolene ' +
  'selena selma serena shaheen shannon shanta sharon shauna sheena sheila shelby shelley shelly sheri ' +
  'sherri sherry sheryl shirin shirley sian sibylle sigrid silvana silvia simona simone siobhan sofia ' +
  'sojourner solange sonia sonja sonya sophia sophie stacey stacy stefania stella steph stephanie sue ' +
  'suella suha suhasini sumaira susan susana susanna susannah susanne susie suzanne suzie suzy svetlana ' +
  'sybil sylvia sylvie tabitha tamara tammy tania tanya tara tasha tatiana tatyana tawakkol teresa ' +
  'terri tess tessa thandi thelma theresa therese tiffany tilda tina toni tonya tracey traci tracy ' +
  'tricia trisha trudy ulrike uma ursula usha valentina valerie vanessa vera verena veronica veronika ' +
  'veronique vicki vickie vicky victoria viola violet virginia vivian viviana vivien vivienne wanda ' +
  'wendy whitney whoopi wilhelmina wilma winifred winnie winona xiomara yael yasmin yasmine yelena yoko ' +
  'yolanda yulia yuliya yvette yvonne zaha zahra zainab zara zeinab zelda zena zoe zsuzsa zuzana'

/** Names of both men and women, and names that do not tell a gender. */
const EITHER =
  'lindsey lindsay courtney whitney carroll jesse adi ainsley alex alexis andie arden ariel ash aubrey avery bailey bao blair bobbie cameron carey ' +
  'carson casey chandra charlie chen chris colby dakota dallas dana darcy devon drew elliot emerson ' +
  'finley frankie gale gerry hadley hao harley hayden hong jackie jade jaden jamie jan jean jess jessie ' +
  'ji jia jin jing jody jordan jules jun jung kai kelly kendall kennedy kerry kim kiran kris kyung lane ' +
  'lashawn lee lei leigh leslie li lian ling logan lynn mackenzie marion mei mel merle min ming morgan ' +
  'mu nat nicky nico nikki noor nur paris parker pat payton peyton quinn rae reese riley robbie robin ' +
  'rory rowan rudi ryo sam sandy sasha shannon shawn shea shelby sidney skyler spencer stacy stevie ' +
  'sung sydney taylor terry tracy val wei wen xi xiao yan yang ying yong yu zhen'

/** The gender that a name, a title or a pronoun tells. */
export type Gender = 'male' | 'female'

const setOf = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '))
const male = setOf(MALE, WORLD_MALE)
const female = setOf(FEMALE, WORLD_FEMALE)
const either = setOf(EITHER, WORLD_EITHER)

/** Maps a folded given name to its gender; null if the name does not tell it. Other words have no entry. */
export const GIVEN_NAMES: Pick<ReadonlyMap<string, Gender | null>, 'has' | 'get'> = {
  has: (name) => male.has(name) || female.has(name) || either.has(name),
  get(name) {
    if (either.has(name)) return null
    if (male.has(name)) return female.has(name) ? null : 'male'
    return female.has(name) ? 'female' : undefined
  },
}

/** Returns whether a folded word is a known given name. */
export const isGivenName = (word: string): boolean => GIVEN_NAMES.has(word)
