import { createHash } from 'node:crypto'
import type { Catalogue } from '../../src/modules/packs/schema/pack.ts'
import type { Field, Kind } from '../../src/modules/packs/schema/kind.ts'
import type { NewRecord } from '../../src/modules/records/actions.ts'
import { chanceOf, type Chance } from '../../src/demo/random.ts'

/** Words as office ledgers have them: some stand in a third of the records, some in a few. */
const doing = ['召开', '组织开展', '研究部署', '传达学习', '专题研究', '检查', '督导', '印发', '报送', '整改', '协调', '调度']
const about = [
  '网络安全', '意识形态', '安全生产', '党风廉政', '乡村振兴', '信访维稳', '防汛抗旱', '营商环境', '节能减排', '政务公开', '保密管理',
  '档案管理', '法治宣传', '公路养护', '桥梁检测', '客运站场', '水上交通', '货运超限', '扫黑除恶', '应急演练', '智慧交通', '干部培训',
]
const what = ['工作会议', '专题会', '推进会', '学习研讨', '自查自纠', '专项行动', '实施方案', '情况通报', '工作简报', '培训班', '现场办公', '座谈会']
const place = ['一号会议室', '三楼礼堂', '城东服务区', '云江大桥', '北站广场', '青石镇', '码头作业区', '视频会议室']

/** The share of all records that the fullest kind has; the others halve the rest between them unevenly. */
const FULLEST = 0.4

/** Invented records of all kinds over three years, with a value in most fields; the same on every run. */
export function* benchRecords(catalogue: Catalogue, unitIds: string[], records: number): Generator<NewRecord> {
  const chance = chanceOf(20_26)
  const kinds = [...catalogue.kinds.values()]
  const [fullest, ...others] = [kinds.find(({ id }) => id === 'meeting') ?? kinds[0], ...kinds.filter(({ id }) => id !== 'meeting')]
  for (let row = 1; row <= records; row += 1) {
    const kind = chance.happens(FULLEST) ? fullest : others[Math.min(chance.between(0, others.length - 1), chance.between(0, others.length - 1))]
    if (kind === undefined) continue
    const unitId = chance.pick(unitIds)
    yield { kind: kind.id, unitId, fields: fieldsOf(catalogue, kind, chance, row), source: { file: sourceFile, sheet: kind.title, row } }
  }
}

export const sourceFile = createHash('sha256').update('bench').digest('hex')

function fieldsOf(catalogue: Catalogue, kind: Kind, chance: Chance, row: number): NewRecord['fields'] {
  const fields: NewRecord['fields'] = {}
  for (const [id, field] of Object.entries(kind.fields)) {
    if (id === kind.occurred) fields[id] = dayOf(chance)
    else if (id === kind.naming) fields[id] = `${chance.pick(doing)}${chance.pick(about)}${chance.pick(what)}（第${row}号）`
    else if (field.required || chance.happens(0.7)) fields[id] = valueOf(catalogue, field, chance)
  }
  return fields
}

function valueOf(catalogue: Catalogue, field: Field, chance: Chance): string | number | string[] {
  if (field.type === 'date') return dayOf(chance)
  if (field.type === 'integer' || field.type === 'decimal') return chance.between(1, 60)
  const values = Object.keys(catalogue.vocabularies.get(field.vocabulary ?? '')?.values ?? {})
  if (field.type === 'choice' && values.length > 0) return field.many > 1 ? [chance.pick(values)] : chance.pick(values)
  const text = field.facet ? chance.pick(place) : `${chance.pick(place)}，${chance.pick(doing)}${chance.pick(about)}等事项，形成纪要`
  return field.many > 1 ? [text] : text
}

function dayOf(chance: Chance): string {
  const day = new Date(Date.UTC(2024, 0, 1) + chance.between(0, 3 * 365 - 1) * 86_400_000)
  return day.toISOString().slice(0, 10)
}
