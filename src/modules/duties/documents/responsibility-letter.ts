import { dateWords } from '../../../engine/calendar/date-words.ts'
import type { OfficialBlock } from '../../../engine/docx/gongwen-blocks.ts'
import { writeOfficialReport } from '../../../engine/docx/gongwen-write.ts'
import { basisText, inGroups, numerals, ownersText, type OfUnit } from './responsibility-list.ts'

/** 责任书 of a year as Word, from what the unit owes: to be signed on paper, its copy kept as evidence. */
export function responsibilityLetter({ unit, year, today, duties }: OfUnit, superior: string | null): Uint8Array {
  const groups = inGroups(duties)
  const blocks: OfficialBlock[] = [
    { kind: 'title', text: unit },
    { kind: 'title', text: `${year}年度工作责任书` },
    { kind: 'paragraph', text: `为落实工作责任制，明确${year}年度责任，${superior === null ? '' : `${superior}与`}${unit}签订本责任书。` },
    ...groups.flatMap(([group, owed], index): OfficialBlock[] => [
      { kind: 'heading', level: 1, text: `${numerals[index] ?? index + 1}、${group}` },
      ...owed.map((duty, at): OfficialBlock => ({
        kind: 'paragraph',
        text: `${at + 1}.${duty.title}。${sentence(duty.text)}时限：${duty.cadenceWords}；责任人：${ownersText(duty)}；依据：${basisText(duty)}。`,
      })),
    ]),
    { kind: 'heading', level: 1, text: `${numerals[groups.length] ?? groups.length + 1}、其他` },
    { kind: 'paragraph', text: `本责任书自签字之日起生效，有效期至${year}年12月31日。完成情况以台账记录为准。` },
    { kind: 'paragraph', text: '签订单位负责人（签字）：＿＿＿＿＿＿＿＿' },
    { kind: 'paragraph', text: '责任单位负责人（签字）：＿＿＿＿＿＿＿＿' },
    { kind: 'signature', text: unit },
    { kind: 'date', text: dateWords(today, 'zh') },
  ]
  return writeOfficialReport(blocks).bytes
}

/** A text that ends as a sentence does; nothing for an empty one. */
function sentence(text: string): string {
  return text === '' || /[。！？]$/.test(text) ? text : `${text}。`
}
