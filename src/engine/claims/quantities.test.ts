import { describe, expect, it } from 'vitest'
import { scanReport } from './scan.ts'

const nothing = { metrics: [], vocabularies: {} }

/** Text and measure of every figure, as `text/measure`. */
function figures(text: string): string[] {
  return scanReport([{ line: 1, text }], nothing)
    .filter(({ kind }) => kind === 'figure')
    .map((slot) => `${slot.text}/${slot.measure ?? ''}`)
}

describe('finding missing figures', () => {
  it.each([
    ['召开专题会议x次。', ['x/次']],
    ['组织培训XX场次，参训×××人次。', ['XX/场次', '×××/人次']],
    ['召开会议＊＊次，发放资料____份。', ['＊＊/次', '____/份']],
    ['开展检查【 】次，整改（ ）项。', ['【 】/次', '（ ）/项']],
    ['召开会议  次。', ['  /次']],
    ['发布信息xxx余条，占xx.x%。', ['xxx余/条', 'xx.x/%']],
    ['货运量    吨，截获有害生物    种次。', ['    /吨', '    /种次']],
    ['供电可靠率99.9xx%。', ['99.9xx/%']],
    ['受理业务xx万笔，外借图书xx万册次。', ['xx万/笔', 'xx万/册次']],
    ['同比上升x个百分点，得分○○分。', ['x/个百分点', '○○/分']],
    ['召开党组会x次、专题会x次，开展调研x次。', ['x/次', 'x/次', 'x/次']],
  ])('in %s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })
})

describe('finding standing figures', () => {
  it.each([
    ['发布新闻报道1,268篇、视频38期。', ['1,268/篇', '38/期']],
    ['全年召开会议十二次，开展检查近200次。', ['十二/次', '近200/次']],
    ['投入资金1.2亿元，惠及群众3万人次。', ['1.2亿/元', '3万/人次']],
    ['办结率98.5%，满意率百分之八十。', ['98.5/%', '百分之八十/%']],
    ['受理投诉３８件。', ['３８/件']],
    ['近八成群众参与，占比超九成。', ['近八成/%', '超九成/%']],
    ['改造小区5个、惠及3,120户。', ['5/个', '3,120/户']],
    ['全区96个人民调解委员会，平均年龄51.6岁。', ['96/个', '51.6/岁']],
    ['两座管护站获评，另有一名护林员获奖。', ['两/座', '一/名']],
    ['上百名群众参加，惠及数十家企业，发放资料近千份。', ['上百/名', '数十/家', '近千/份']],
  ])('in %s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })
})

describe('reading what a number says', () => {
  it.each([['占近百分之八十', 80], ['近八成群众', 80], ['上百名群众', 100], ['发放数十份', null]])('in %s', (text, value) => {
    expect(scanReport([{ line: 1, text }], nothing)[0]?.value).toBe(value)
  })
})

describe('passing over what counts nothing', () => {
  it.each([
    '依据《条例》第二十三条第一款的规定，严格落实。',
    '印发局办〔2025〕12号文件。',
    '增强“四个意识”、坚定“四个自信”、做到“两个维护”，落实一岗双责和三审三校。',
    '学习贯彻党的二十届三中全会精神，落实中央八项规定。',
    '推进“双随机、一公开”和一网通办，拨打12345热线。',
    '一是提高认识。二是压实责任。',
    '每季度召开一次专题会。',
    '数十年如一日，成百上千，基数万分之一。',
    '完善X光机管理，维护AAA公众号和APP。',
    '电话0571-88881234，上午9:30开始。',
  ])('in %s', (text) => {
    expect(figures(text)).toEqual([])
  })
})

describe('finding dates and names', () => {
  it.each([
    ['20xx年，在x局党组领导下，x局长带头落实。', ['date 20xx年', 'name x局', 'name x局长']],
    ['2025年x月x日，x同志到x市调研。', ['date 2025年x月x日', 'name x同志', 'name x市']],
    ['2025年1—9月，按照2018年的规定推进。', ['date 2025年1—9月']],
  ])('in %s', (text, expected) => {
    expect(scanReport([{ line: 1, text }], nothing).map(({ kind, text: found }) => `${kind} ${found}`)).toEqual(expected)
  })
})
