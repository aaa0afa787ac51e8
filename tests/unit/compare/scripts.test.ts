import { describe, expect, it } from 'vitest'
import { readWords } from '../../../src/compare/index.ts'
import { judge, spoken } from './statements.ts'

/** A statement, the same without its negation, and a part of it. */
const LANGUAGES = [
  [
    'German',
    'Wir werden die alte Mühle nicht verkaufen.',
    'Wir werden die alte Mühle verkaufen.',
    'die alte Mühle',
  ],
  ['French', 'L’État ne vendra jamais ce vieux moulin.', 'L’État vendra ce vieux moulin.', 'ce vieux moulin'],
  ['Spanish', 'Nunca venderemos el molino viejo.', 'Venderemos el molino viejo.', 'el molino viejo'],
  ['Russian', 'Мы не продадим старую мельницу.', 'Мы продадим старую мельницу.', 'старую мельницу'],
  ['Greek', 'Δεν θα πουλήσουμε τον παλιό μύλο.', 'Θα πουλήσουμε τον παλιό μύλο.', 'τον παλιό μύλο'],
  [
    'Turkish',
    'İzmir’deki eski değirmen satılık değil.',
    'İzmir’deki eski değirmen satılık.',
    'eski değirmen',
  ],
  ['Arabic', 'لن نبيع الطاحونة القديمة هذا العام', 'نبيع الطاحونة القديمة هذا العام', 'الطاحونة القديمة'],
  ['Hebrew', 'לא נמכור את הטחנה הישנה השנה', 'נמכור את הטחנה הישנה השנה', 'הטחנה הישנה'],
  ['Persian', 'ما هرگز آسیاب قدیمی را نمی‌فروشیم', 'ما آسیاب قدیمی را می‌فروشیم', 'آسیاب قدیمی'],
  ['Hindi', 'हम पुरानी चक्की नहीं बेचेंगे', 'हम पुरानी चक्की बेचेंगे', 'पुरानी चक्की'],
  ['Bengali', 'আমরা পুরনো কল বিক্রি করব না', 'আমরা পুরনো কল বিক্রি করব', 'পুরনো কল'],
  ['Tamil', 'நாங்கள் பழைய ஆலையை விற்க மாட்டோம்', 'நாங்கள் பழைய ஆலையை விற்போம்', 'பழைய ஆலையை'],
  ['Thai', 'เราจะไม่ขายโรงสีเก่า', 'เราจะขายโรงสีเก่า', 'ขายโรงสีเก่า'],
  ['Chinese', '我们不会出售旧磨坊。', '我们会出售旧磨坊。', '出售旧磨坊'],
  ['Japanese', '古い水車は売りません。', '古い水車は売ります。', '古い水車は'],
  ['Korean', '우리는 낡은 방앗간을 팔지 않겠습니다.', '우리는 낡은 방앗간을 팔겠습니다.', '낡은 방앗간을'],
  ['Georgian', 'ჩვენ ძველ წისქვილს არ გავყიდით', 'ჩვენ ძველ წისქვილს გავყიდით', 'ძველ წისქვილს'],
  ['Amharic', 'አሮጌውን ወፍጮ አንሸጥም ዛሬ', 'አሮጌውን ወፍጮ እንሸጣለን ዛሬ', 'አሮጌውን ወፍጮ'],
] as const

describe.each(LANGUAGES)('%s', (_, statement, turned, part) => {
  it('is verbatim unchanged, partial if cut, and neither if its meaning is reversed', () => {
    const read = spoken(statement)
    expect(judge(statement, read)).toMatchObject({ verdict: 'verbatim', folds: [], changes: [] })
    expect(judge(part, read)).toMatchObject({ verdict: 'partial', share: 1 })
    const { verdict, cut } = judge(turned, read)
    expect(verdict).not.toBe('verbatim')
    expect(verdict === 'partial' && cut.turning.length === 0).toBe(false)
  })
})

describe('the marks of a script', () => {
  it.each([
    ['the tatweel', 'لن نبيع الطاحونة القديمة', 'لن نبيع الطـــاحونة القديمة'],
    ['presentation forms', 'لا نبيع الطاحونة', 'ﻻ نبيع الطاحونة'],
    ['corner brackets', '他说「我们不卖」就走了。', '他说“我们不卖”就走了。'],
    ['wide letters', 'Ａ社は売りません', 'A社は売りません'],
    ['marks of direction', 'לא נמכור את הטחנה', '\u200fלא נמכור את\u200e הטחנה'],
  ])('%s are folded', (_, statement, quote) => {
    expect(judge(quote, spoken(statement)).verdict).toBe('verbatim')
  })

  it.each([
    ['a vowel sign', 'हम चक्की देखेंगे', 'हम चक्का देखेंगे'],
    ['a tone mark', 'เขาขายข้าวเก่า', 'เขาขายขาวเก่า'],
    ['a voicing mark', '私はかきを売ります', '私はかぎを売ります'],
  ])('%s that makes another word is a change', (_, statement, quote) => {
    expect(judge(quote, spoken(statement)).verdict).toBe('altered')
  })
})

describe('words', () => {
  it.each([
    ["don't stop", ["don't", 'stop']],
    ['$35,000,000 a year', ['$35,000,000', 'a', 'year']],
    ['10 % of 5,5 €', ['10%', 'of', '5,5€']],
    ['U.S. and e.g. this', ['us', 'and', 'eg', 'this']],
    ['well-known, semi‐final', ['well', 'known', 'semi', 'final']],
    ['‘quoted’ rock ’n’ roll', ['quoted', 'rock', 'n', 'roll']],
    ['旧磨坊 mill', ['旧', '磨', '坊', 'mill']],
    ['a > b & c', ['a', '>', 'b', '&', 'c']],
    ['… — “” !', []],
    ['3.5 and -7 and 7-8', ['3.5', 'and', '-7', 'and', '7', '8']],
    ['10:30 o’clock on 1/2/2024', ['10:30', "o'clock", 'on', '1/2/2024']],
  ])('of “%s” are %j', (text, keys) => {
    expect(readWords(text).map(({ key }) => key)).toEqual(keys)
  })
})
