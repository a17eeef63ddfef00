import type { Column } from './gongwen-table.ts'

/** Where a block's text stood in the file it came from: 1-based line, and the column its text begins at. */
export interface BlockSource {
  line: number
  column: number
}

interface TextBlock {
  text: string
  source?: BlockSource
}

/** What an official report is made of, in the order of the page (GB/T 9704-2012, clause 7). */
export type OfficialBlock =
  /** 标题; several in a row are lines of one title. */
  | (TextBlock & { kind: 'title' })
  /** 主送机关, with its colon. */
  | (TextBlock & { kind: 'addressee' })
  /** 一、 （一） 1. （1）; where body text follows in the same paragraph, `lead` is the length of the heading. */
  | (TextBlock & { kind: 'heading'; level: 1 | 2 | 3 | 4; lead?: number })
  | (TextBlock & { kind: 'paragraph' })
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  /** 附件说明: the first with 附件：, the others with their number only. */
  | (TextBlock & { kind: 'attachment' })
  /** 发文机关署名 */
  | (TextBlock & { kind: 'signature' })
  /** 成文日期 */
  | (TextBlock & { kind: 'date' })
  /** 附注, in （） */
  | (TextBlock & { kind: 'note' })
  /** 附件1, on a new page; then its title. */
  | (TextBlock & { kind: 'appendix' })
  | (TextBlock & { kind: 'appendix-title' })
