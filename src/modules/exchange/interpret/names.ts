import type { Catalogue } from '../../packs/schema/pack.ts'
import type { Field, Kind } from '../../packs/schema/kind.ts'
import { headingForms, normal } from './normal.ts'
import { choicesOf, type Choices } from './choices.ts'

const unitNouns = ['单位', '部门', '科室', '处室', '股室', '单位名称', '部门名称', '科室名称']
const unitRoles = ['责任', '承办', '填报', '主办', '牵头', '组织', '开展', '实施', '落实', '所属', '所在', '报送', '上报', '经办', '主管']

/** Headings of the column that says whose record it is, the surest first. */
const unitHeadings = [...unitNouns, ...unitRoles.flatMap((role) => unitNouns.map((noun) => `${role}${noun}`)), '单位部门', '部门单位', '科室单位', '单位科室']

const numberings = ['序号', '编号', '序', '行号', 'no', 'no.', '序列号']

/** A kind with the names of its fields prepared for comparison. */
export interface KindNames {
  id: string
  kind: Kind
  /** Heading → fields that carry it, titles before other names. */
  fields: Map<string, { field: string; rank: number }[]>
  /** Names of its sheets as they are, and without 台账, 统计表 …. */
  sheets: { whole: Set<string>; bare: string[] }
}

/** What interpretation needs of a catalogue, prepared once. */
export interface Names {
  kinds: KindNames[]
  /** Every heading that any kind knows. */
  headings: Set<string>
  choices: Map<string, Choices>
}

export function namesOf(catalogue: Catalogue): Names {
  const kinds = [...catalogue.kinds].map(([id, kind]) => ({
    id,
    kind,
    fields: fieldNames(kind),
    sheets: { whole: new Set([kind.title, ...kind.sheets].map(wholeSheetForm)), bare: [...new Set([kind.title, ...kind.sheets].map(sheetForm))] },
  }))
  const headings = new Set([...unitHeadings, ...numberings, ...kinds.flatMap(({ fields }) => [...fields.keys()])])
  return { kinds, headings, choices: new Map([...catalogue.vocabularies].map(([id, vocabulary]) => [id, choicesOf(vocabulary)])) }
}

function fieldNames(kind: Kind): KindNames['fields'] {
  const names: KindNames['fields'] = new Map()
  for (const [field, definition] of Object.entries(kind.fields)) {
    namesOfField(definition).forEach((name, rank) => {
      for (const form of headingForms(name)) names.set(form, [...(names.get(form) ?? []), { field, rank }])
    })
  }
  for (const claims of names.values()) claims.sort((a, b) => a.rank - b.rank)
  return names
}

const namesOfField = (field: Field) => [field.title, ...field.names]

/** Place of a heading among those of the unit column; -1 for none. */
export const unitRank = (heading: string): number => Math.max(...headingForms(heading).map((form) => unitHeadings.indexOf(form)), -1)

export const isNumbering = (heading: string): boolean => headingForms(heading).some((form) => numberings.includes(form))

/** A sheet name without its year, brackets and numbers: 2026年会议台账（1） → 会议台账. */
export const wholeSheetForm = (name: string): string => normal(name).replace(/(?:19|20)\d{2}(?:年度?)?/g, '').replace(/[()[\]【】_\-.\d]/g, '')

/** A sheet name without its year and without 台账, 统计表 …: 2026年会议台账 → 会议. */
export function sheetForm(name: string): string {
  const text = wholeSheetForm(name)
  const bare = text.replace(/(?:(?:工作)?(?:台账|统计表|登记表|汇总表|明细表|一览表|情况表|记录表|清单|明细|登记|汇总|统计))+$/, '')
  return bare === '' ? text : bare
}
