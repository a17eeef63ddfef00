import { dateWords } from '../../../engine/calendar/date-words.ts'
import type { OfficialBlock } from '../../../engine/docx/gongwen-blocks.ts'
import { writeOfficialReport } from '../../../engine/docx/gongwen-write.ts'
import type { DutyView } from '../contract/duty.ts'

export interface OfUnit {
  unit: string
  year: number
  /** The day it is drawn up on, `2026-03-05`. */
  today: string
  duties: DutyView[]
}

/** Numbers of the headings of a document. */
export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** 责任清单 as Word, in the layout of GB/T 9704: a table for each group of duties, with whose, how often, on what evidence and by which clause. */
export function responsibilityListWord({ unit, year, today, duties }: OfUnit): Uint8Array {
  const blocks: OfficialBlock[] = [
    { kind: 'title', text: unit },
    { kind: 'title', text: `${year}年责任清单` },
    ...inGroups(duties).flatMap(([group, owed], index): OfficialBlock[] => [
      { kind: 'heading', level: 1, text: `${numerals[index] ?? index + 1}、${group}` },
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 7, align: 'center' },
          { title: '责任事项', share: 27, align: 'left' },
          { title: '责任人', share: 14, align: 'center' },
          { title: '时限', share: 16, align: 'left' },
          { title: '完成标准', share: 20, align: 'left' },
          { title: '依据', share: 16, align: 'left' },
        ],
        rows: owed.map((duty, at) => [String(at + 1), duty.title, ownersText(duty), duty.cadenceWords, duty.satisfiedWords, basisText(duty)]),
      },
    ]),
    { kind: 'signature', text: unit },
    { kind: 'date', text: dateWords(today, 'zh') },
  ]
  return writeOfficialReport(blocks).bytes
}

/** The rows of 责任清单 for a workbook. */
export function responsibilityListRows({ duties }: Pick<OfUnit, 'duties'>): { heading: string[]; rows: string[][] } {
  const heading = ['类别', '责任事项', '要求', '责任岗位', '责任人', '时限', '完成标准', '依据', '依据核对', '本单位变更']
  const rows = duties.map((duty) => [
    duty.group, duty.title, duty.text, duty.ownerWords, duty.owners.map(({ name }) => name).join('、'), duty.cadenceWords, duty.satisfiedWords,
    basisText(duty), tagText(duty), duty.changes.filter(({ state }) => state === 'approved').map(({ reason }) => reason).join('；'),
  ])
  return { heading, rows }
}

/** Duties by their group, in the order in which they come. */
export function inGroups(duties: DutyView[]): [string, DutyView[]][] {
  const groups = new Map<string, DutyView[]>()
  for (const duty of duties) groups.set(duty.group, [...(groups.get(duty.group) ?? []), duty])
  return [...groups]
}

export function ownersText({ ownerWords, owners }: Pick<DutyView, 'ownerWords' | 'owners'>): string {
  return owners.length === 0 ? ownerWords : `${ownerWords}（${owners.map(({ name }) => name).join('、')}）`
}

export function basisText({ source }: Pick<DutyView, 'source'>): string {
  return source.article === undefined ? source.rule : `${source.rule}${source.article}`
}

function tagText({ source }: Pick<DutyView, 'source'>): string {
  return { verified: '已核对原文', 'second-hand': '据转载', unverified: '未核对，请按本地规定修改' }[source.tag]
}
