import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { unitState } from './queries.ts'
import { subtree, unitTree } from './tree.ts'

/** What a form may still get wrong about a unit, each with its field; the verbs themselves only keep the tree sound. */
export interface UnitDraft {
  /** Left out for a new unit. */
  unitId?: string
  name: string
  type: string
  parentId: string | null
  foundingDocument: string | null
  on: string
}

/** @throws {Invalid} `bad-unit`, `name-taken`, `no-document`, `parent-not-then`, `unit-cycle`, each with `details.fields` */
export async function checkUnit(db: Reader, draft: UnitDraft): Promise<void> {
  const { unitId, type, parentId, on } = draft
  const name = draft.name.trim()
  if (name === '') throw refused('bad-unit', 'name', '请填写单位名称。')
  if (type === 'group' && (draft.foundingDocument ?? '').trim() === '') {
    throw refused('no-document', 'foundingDocument', '领导小组要写明成立文件，例如“云交党〔2024〕3号”。')
  }
  const { byId, roots } = await unitTree(db, { on })
  const parent = parentId === null ? undefined : byId.get(parentId)
  if (parentId !== null && parent === undefined) throw refused('parent-not-then', 'parentId', `上级单位在 ${on} 还没有成立，或者已经撤销。`)
  const namesake = (parent?.children ?? roots).find((other) => other.unitId !== unitId && other.name === name)
  if (namesake !== undefined) throw refused('name-taken', 'name', `同一个上级之下已有“${name}”。`)
  if (unitId !== undefined && parentId !== null) await refuseCycle(db, unitId, parentId, on)
}

/** A move holds for all later days too, on which the tree may already be known to be another. */
export async function refuseCycle(db: Reader, unitId: string, parentId: string, on: string): Promise<void> {
  const later = await db
    .selectFrom('unit_versions')
    .select('valid_from')
    .distinct()
    .where('tenant_id', '=', db.tenantId)
    .where('valid_from', '>', on)
    .execute()
  for (const day of [on, ...later.map((row) => row.valid_from).sort()]) {
    if ((await subtree(db, unitId, { on: day })).includes(parentId)) {
      throw new Invalid('unit-cycle', '不能把单位移到它自己或它的下级之下。', {
        unitId, parentId, on: day, fields: [{ field: 'parentId', message: '不能移到它自己或它的下级之下。' }],
      })
    }
  }
}

/** @throws {Invalid} `has-children`, `bad-day` */
export async function checkClosing(db: Reader, unitId: string, on: string): Promise<void> {
  const { slices } = await unitState(db, unitId)
  const [first] = slices
  const last = slices.at(-1)
  if (last === undefined || last.validTo !== null) throw refused('bad-day', 'on', '这个单位已经撤销。')
  if (first !== undefined && on <= first.validFrom) throw refused('bad-day', 'on', `撤销的日子要在成立的 ${first.validFrom} 之后。`)
  const children = (await unitTree(db, { on })).byId.get(unitId)?.children ?? []
  if (children.length === 0) return
  const names = children.slice(0, 3).map(({ name }) => name).join('、')
  throw new Invalid('has-children', `它下面那天还有 ${children.length} 个单位（${names}${children.length > 3 ? '等' : ''}）。请先把它们移走或撤销。`, { unitId, children: children.length })
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, { fields: [{ field, message }] })
}
