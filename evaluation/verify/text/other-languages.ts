import type { Random } from '../random.ts'
import { asSentence, parseTokens, type Token } from './token.ts'

interface Language {
  readonly name: string
  /** A sentence with the slots `<a>` to `<d>` and `<n>` for a number. Words of scripts without spaces are joined. */
  readonly template: string
  readonly slots: Readonly<Record<'a' | 'b' | 'c' | 'd', string>>
  readonly isJoined?: boolean
  readonly mark?: string
}

/** One shape of sentence in each language, with slots for what it is about. */
const LANGUAGES: readonly Language[] = [
  {
    name: 'German',
    template:
      'Wir werden <a> in <b>/name nicht/neg vor <c>/date verkaufen, obwohl <n>/num Bürger <d> fordern',
    slots: {
      a: 'die|alte|Fähre die|neue|Brücke das|leere|Schulhaus die|große|Mühle das|kleine|Theater die|graue|Werft',
      b: 'Nordhafen Südwiek Lindenau Castell Marwick Dunholm',
      c: 'März April Oktober November Dezember Juni',
      d: 'eine|Abstimmung ein|Gutachten einen|Neubau mehr|Geld weniger|Lärm strengere|Regeln',
    },
  },
  {
    name: 'French',
    template:
      'Nous ne/neg vendrons pas/neg <a> de <b>/name avant <c>/date, même si <n>/num habitants demandent <d>',
    slots: {
      a: 'le|vieux|bac le|nouveau|pont la|petite|école le|grand|moulin le|théâtre|municipal la|vieille|gare',
      b: 'Montrey Clermel Pontaire Doraine Grévin Valderas',
      c: 'mars avril octobre novembre décembre juin',
      d: 'un|référendum une|expertise moins|de|bruit plus|d’argent une|autre|route des|règles|claires',
    },
  },
  {
    name: 'Spanish',
    template: 'No/neg venderemos <a> de <b>/name antes de <c>/date, aunque <n>/num vecinos pidan <d>',
    slots: {
      a: 'el|viejo|barco el|nuevo|puente la|pequeña|escuela el|gran|molino el|teatro|municipal la|antigua|estación',
      b: 'Mirabel Quintara Solana Valderas Bellavista Aridea',
      c: 'marzo abril octubre noviembre diciembre junio',
      d: 'un|referéndum otra|inspección menos|ruido más|dinero otra|carretera reglas|claras',
    },
  },
  {
    name: 'Russian',
    template: 'Мы не/neg продадим <a> в городе <b>/name до <c>/date, хотя <n>/num жителей требуют <d>',
    slots: {
      a: 'старый|паром новый|мост маленькую|школу большую|мельницу городской|театр старый|вокзал',
      b: 'Петрово Новосел Каменка Уланка Варница Еленово',
      c: 'марта апреля октября ноября декабря июня',
      d: 'референдума новой|проверки тишины больше|денег другой|дороги ясных|правил',
    },
  },
  {
    name: 'Greek',
    template:
      'Ο δήμος δεν/neg θα πουλήσει <a> στο <b>/name πριν από τον <c>/date, αν και <n>/num κάτοικοι ζητούν <d>',
    slots: {
      a: 'το|παλιό|πλοίο τη|νέα|γέφυρα το|μικρό|σχολείο τον|μεγάλο|μύλο το|δημοτικό|θέατρο',
      b: 'Κάστρον Μελίσσι Αρίδαια Βελόνα Λιμένι',
      c: 'Μάρτιο Απρίλιο Οκτώβριο Νοέμβριο Ιούνιο',
      d: 'δημοψήφισμα νέο|έλεγχο λιγότερο|θόρυβο περισσότερα|χρήματα άλλο|δρόμο',
    },
  },
  {
    name: 'Arabic',
    template: 'البلدية لن/neg تبيع <a> في <b>/name قبل <c>/date رغم أن <n>/num من السكان يطلبون <d>',
    slots: {
      a: 'العبارة|القديمة الجسر|الجديد المدرسة|الصغيرة المطحنة|الكبيرة المسرح|البلدي',
      b: 'القارة البصيرة نجدية تمرات لوسنغا',
      c: 'مارس أبريل أكتوبر نوفمبر يونيو',
      d: 'استفتاء تحقيقا|جديدا هدوءا|أكثر مالا|أكثر طريقا|آخر',
    },
  },
  {
    name: 'Hebrew',
    template: 'העירייה לא/neg תמכור את <a> בעיר <b>/name לפני <c>/date למרות ש <n>/num תושבים דורשים <d>',
    slots: {
      a: 'המעבורת|הישנה הגשר|החדש בית|הספר|הקטן הטחנה|הגדולה התיאטרון|העירוני',
      b: 'נמליה צפונית לינדן הרווה תורון',
      c: 'מרץ אפריל אוקטובר נובמבר יוני',
      d: 'משאל|עם בדיקה|חדשה פחות|רעש יותר|כסף דרך|אחרת',
    },
  },
  {
    name: 'Hindi',
    template: 'नगर परिषद <c>/date से पहले <b>/name में <a> नहीं/neg बेचेगी, भले ही <n>/num निवासी <d> मांगें',
    slots: {
      a: 'पुरानी|नाव नया|पुल छोटा|स्कूल बड़ी|चक्की नगर|का|नाट्यघर',
      b: 'रावलसर जयपाला कंदिरा मुल्तानपुर तमरात',
      c: 'मार्च अप्रैल अक्टूबर नवंबर जून',
      d: 'जनमत|संग्रह नई|जांच कम|शोर अधिक|धन दूसरी|सड़क',
    },
  },
  {
    name: 'Turkish',
    template:
      'Belediye <b>/name kentindeki <a> <c>/date ayından önce satmayacak değil/neg, çünkü <n>/num kişi <d> istiyor',
    slots: {
      a: 'eski|feribotu yeni|köprüyü küçük|okulu büyük|değirmeni şehir|tiyatrosunu',
      b: 'Karabey Çelikova Taşkul Demirören Yıldızlı',
      c: 'Mart Nisan Ekim Kasım Haziran',
      d: 'referandum yeni|denetim sessizlik daha|çok|para başka|yol',
    },
  },
  {
    name: 'Chinese',
    template: '我 们 <c>/date 以 前 <not> 会 出 售 <b>/name 的 <a> ， 虽 然 <n>/num 名 居 民 要 求 <d>',
    slots: {
      a: '旧|渡|船 新|大|桥 小|学|校 大|磨|坊 市|立|剧|院 老|火|车|站',
      b: '龙海 延庆北 临江 石湾 云谷',
      c: '三月 四月 十月 十一月 六月',
      d: '公|投 新|的|检|查 安|静 更|多|资|金 另|一|条|路',
    },
    isJoined: true,
    mark: '。',
  },
  {
    name: 'Japanese',
    template:
      '私 た ち は <c>/date ま で <b>/name の <a> を 売 る こ と は な い と 、 <n>/num 人 の 住 民 が 求 め る <d> を 認 め た',
    slots: {
      a: '古|い|渡|し|船 新|し|い|橋 小|さ|な|学|校 大|き|な|水|車 市|立|劇|場',
      b: '花丘 港谷 白瀬 南浜 森川',
      c: '三月 四月 十月 十一月 六月',
      d: '住|民|投|票 再|検|査 静|け|さ 予|算|増|額 別|の|道',
    },
    isJoined: true,
    mark: '。',
  },
]

/** Makes a sentence in another language than English. */
export function otherSentence(random: Random): Token[] {
  const { template, slots, isJoined = false, mark = '.' } = random.pick(LANGUAGES)
  const marked = template
    .replace(/<([abcd])>/gu, (_, name: 'a' | 'b' | 'c' | 'd') =>
      random.pick(slots[name].split(' ')).replaceAll('|', ' '),
    )
    .replace('<not>', '不/neg')
    .replace('<n>', String(random.between(12, 98_000)))
  const tokens = parseTokens(marked)
  return asSentence(isJoined ? joined(tokens) : tokens, mark)
}

/** Removes the spaces, and puts punctuation of its own behind the word before. */
function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = []
  for (const found of tokens) {
    const before = result.at(-1)
    if (before && /^[，、]$/u.test(found.text)) result[result.length - 1] = { ...before, after: found.text }
    else result.push({ ...found, isJoined: true })
  }
  return result
}
