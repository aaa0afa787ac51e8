/**
 * Abbreviations that stand before a name, so that their period never ends a sentence. Lower case, without the period.
 */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof rev fr hon adv sen sens rep reps gov govs gen lt col maj capt cpl sgt pvt cmdr adm brig
  pres supt det insp pfc sr-lt messrs mme mlle mgr msgr st amb atty asst dep sec dir del ald cllr coun
  eng engr barr avv lic ing pst cde drs ir hj profa dra arq srta revd pte retd rtd
  vs viz cf al approx ft mt ste`.split(/\s+/),
)

/** Abbreviations whose period may also end a sentence. Lower case, without the final period. */
export const OTHER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `jr sr inc corp co ltd plc llc bros esq dept univ assn est ave blvd rd ph.d m.d b.a m.a d.c
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
  ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev
  okla ore penn pa tenn tex va vt wash wis wisc wyo
  etc e.g i.e a.m p.m u.s u.k u.n e.u b.c a.d oz lb lbs hr hrs min sq no nos op pp vol fig ed eds`.split(
    /\s+/,
  ),
)

/** Abbreviations that are also everyday words. They count only before a number ("No. 10") or after one ("10 min."). */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos op pp vol fig ed eds oz lb lbs hr hrs min sq mar jun jul sep mon tue wed sun sat fri del al ill ind la ma mo pa miss mass wash ore co'.split(
    ' ',
  ),
)

/** Words that begin a new sentence if they are capitalized after an abbreviation. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `the a an he she it they we i you this that these those there here his her its their our my your
  in on at for from by with as after before when while if although though since because but and or so yet
  not no what who why how where which some many most all both each every another other several few
  then now still also however meanwhile moreover instead even just only until during under despite
  according earlier later last next one two three asked told`.split(/\s+/),
)
