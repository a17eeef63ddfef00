import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficialBlock } from './gongwen-blocks.ts'
import { blocksFromText, writeTextReport } from './gongwen-recognise.ts'
import { dateIndent, signatureIndent, writeOfficialReport } from './gongwen-write.ts'
import { titleIndent } from './gongwen-title.ts'
import { openPackage } from './package.ts'
import { readDocx } from './read-docx.ts'

const blocks: OfficialBlock[] = [
  { kind: 'title', text: '关于2026年网络安全工作责任制落实情况的报告' },
  { kind: 'addressee', text: '云江市委网信办：' },
  { kind: 'heading', level: 1, text: '一、工作情况' },
  { kind: 'heading', level: 2, text: '（一）组织领导。全年召开会议12次。', lead: 8 },
  {
    kind: 'table',
    columns: [
      { title: '项目', share: 50, align: 'left' },
      { title: '数值', share: 50, align: 'right' },
    ],
    rows: [['会议', '12']],
  },
  { kind: 'attachment', text: '附件：1.会议一览表' },
  { kind: 'attachment', text: '2.培训一览表' },
  { kind: 'signature', text: '云江市交通运输局' },
  { kind: 'date', text: '2026年12月5日' },
]

const textReport = (text: string) => ({
  format: 'text' as const,
  paragraphs: text.split('\n').map((line, i) => ({ line: i + 1, text: line })),
})

describe('writeOfficialReport', () => {
  const { bytes, lines } = writeOfficialReport(blocks)
  const parts = openPackage(bytes)
  const xml = parts.text('word/document.xml')

  it('sets A4 with 版心 156 × 225 mm and 22 lines', () => {
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
    const styles = parts.text('word/styles.xml')
    expect(styles).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>')
    expect(styles).toContain('w:line="579" w:lineRule="exact"')
  })

  it('names the fonts of the standard and sets nothing bold', () => {
    const styles = parts.text('word/styles.xml')
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(styles).toContain(font)
    expect(styles + xml).not.toMatch(/<w:b\/>/)
  })

  it('numbers odd pages on the right and even ones on the left', () => {
    expect(parts.text('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(parts.text('word/footer1.xml')).toMatch(/<w:jc w:val="right"\/>.*— .*PAGE.* —/)
    expect(parts.text('word/footer2.xml')).toMatch(/<w:jc w:val="left"\/>.*— .*PAGE.* —/)
  })

  it('says on which line each block begins', () => {
    const { paragraphs } = readDocx(bytes)
    const texts = blocks.map((block) => ('text' in block ? block.text : block.columns[0]?.title))
    expect(lines.map((line) => paragraphs[line - 1]?.text)).toEqual(texts)
  })

  it('sets blank lines where the standard has them', () => {
    expect(readDocx(bytes).paragraphs.flatMap(({ text, line }) => (text === '' ? [line] : []))).toEqual([2, 10, 13])
  })

  it('gives the same bytes for the same blocks', () => {
    expect(writeOfficialReport(blocks).bytes).toEqual(bytes)
  })

  it('escapes any text', () => {
    const forbidden = /[\p{Cc}\uFFFE\uFFFF]/gu
    const texts = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll(forbidden, '·'))
    fc.assert(
      fc.property(texts, (text) => {
        expect(readDocx(writeOfficialReport([{ kind: 'paragraph', text }]).bytes).paragraphs[0]?.text).toBe(text)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the signature without a seal', () => {
  it.each([
    ['a longer name stands two from the right, the date begins two after it', '云江市交通运输局', '2026年12月5日', 2, 1.5],
    ['a longer date stands two from the right and the name moves left', '市府办', '2026年12月5日', 7.5, 2],
  ])('%s', (_, name, date, nameRight, dateRight) => {
    expect([signatureIndent(name, date), dateIndent(date, name)]).toEqual([nameRight, dateRight])
  })
})

describe('titleIndent', () => {
  it('leaves a title that fits one line alone, and narrows a longer one to lines of like length', () => {
    expect(titleIndent('关于网络安全工作的报告')).toBe(0)
    const long = titleIndent('2023年落实网络意识形态工作责任制情况报告')
    expect(long).toBeGreaterThan(1000)
    expect(long).toBeLessThan(2500)
  })
})

describe('blocksFromText', () => {
  const text = [
    '云江市交通运输局', '关于2026年工作情况的报告', '', '云江市人民政府：', '　　现将情况报告如下。', '一、工作情况',
    '（一）加强领导。召开会议x次。', '1.建立台账', '（1）按季更新', '一是抓学习。', '2.5万人参加培训。', '附件：1.一览表', '2.名单', '',
    '云江市交通运输局', '2026年12月5日', '（联系人：办公室）', '附件1', '会议一览表', '正文。',
  ].join('\n')

  it('tells the parts of a report by wording and place', () => {
    const kinds = blocksFromText(textReport(text).paragraphs).map((block) =>
      'level' in block ? `${block.kind} ${block.level}` : block.kind,
    )
    expect(kinds).toEqual([
      'title', 'title', 'addressee', 'paragraph', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'paragraph', 'paragraph',
      'attachment', 'attachment', 'signature', 'date', 'note', 'appendix', 'appendix-title', 'paragraph',
    ])
  })

  it('marks where a heading ends that runs into its text', () => {
    const found = blocksFromText(textReport(text).paragraphs).find((block) => block.kind === 'heading' && block.level === 2)
    expect(found).toMatchObject({ lead: 8, text: '（一）加强领导。召开会议x次。' })
  })

  it('needs neither title nor signature', () => {
    expect(blocksFromText([])).toEqual([])
    expect(blocksFromText(textReport('召开会议3次。').paragraphs).map(({ kind }) => kind)).toEqual(['paragraph'])
  })

  it('reads Markdown headings and lists without their signs', () => {
    const found = blocksFromText(textReport('# 报告\n\n## 一、情况\n- 会议3次。').paragraphs)
    expect(found).toMatchObject([
      { kind: 'title', text: '报告' },
      { kind: 'heading', text: '一、情况' },
      { text: '会议3次。', source: { line: 4, column: 2 } },
    ])
  })
})

describe('writeTextReport', () => {
  it('keeps every line, at a place that is told, whatever the text', () => {
    const line = fc.stringMatching(/^[ 　#-]{0,3}[一（1附件：x年。局a]{0,12}$/)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (source) => {
        const { bytes, places } = writeTextReport(textReport(source.join('\n')))
        const { paragraphs } = readDocx(bytes)
        for (const [number, place] of places) {
          expect(paragraphs[place.line - 1]?.text).toBe(source[number - 1]?.slice(place.column).trimEnd())
        }
        const kept = source.filter((text) => text.replace(/^[\s　]*(?:(?:#{1,6}|[-*+])\s+)?/, '').trim() !== '')
        expect(places.size).toBe(kept.length)
      }),
      { numRuns: 150 },
    )
  })
})
