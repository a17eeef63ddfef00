import { dayOf } from '../../../platform/clock.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import { Invalid } from '../../../platform/errors.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { listDuties, responsibilityLetter, responsibilityList } from '../contract/duty.ts'
import { readMatrix, readWorkbench, readYearCalendar } from '../contract/overview.ts'
import { exportTasks, findSatisfied, listTasks, readTask } from '../contract/task.ts'
import { responsibilityLetter as letterWord } from '../documents/responsibility-letter.ts'
import { responsibilityListRows, responsibilityListWord, type OfUnit } from '../documents/responsibility-list.ts'
import { taskDetail } from '../read/detail.ts'
import { dutyList } from '../read/duty-list.ts'
import { dutyWords } from '../read/duty-words.ts'
import { mostExported, tasksWorkbook, workbook } from '../read/export.ts'
import { taskList, type Desk } from '../read/list.ts'
import { matrixOf } from '../read/matrix.ts'
import { satisfiedBy } from '../read/satisfied.ts'
import { superiorOf } from '../read/units.ts'
import { workbenchOf } from '../read/workbench.ts'
import { yearCalendar } from '../read/year-calendar.ts'

interface Surroundings {
  database: Database
  catalogue: () => Catalogue
}

/** What is owed, due and done, as lists, a matrix, a calendar and documents. */
export function dutyReadingRoutes({ database, catalogue }: Surroundings): Route[] {
  const desk = (): Desk => ({ catalogue: catalogue(), today: dayOf(database.clock.now()) })
  const reading = <T>({ tenantId }: Principal, read: (db: Reader) => Promise<T>) => database.read(tenantId, read)
  return [
    route(readWorkbench, async ({ query, principal }) => reading(principal, (db) => workbenchOf(db, principal, desk(), query))),
    route(readMatrix, async ({ query, principal }) =>
      reading(principal, (db) => matrixOf(db, principal, dutyWords(catalogue()), desk().today, query)),
    ),
    route(readYearCalendar, async ({ query, principal }) => reading(principal, (db) => yearCalendar(db, principal, desk(), query))),
    route(listTasks, async ({ query: { page, size, ...filter }, principal }) => reading(principal, (db) => taskList(db, principal, desk(), filter, { page, size }))),
    route(exportTasks, async ({ query, principal }) => {
      const { tasks, total } = await reading(principal, (db) => taskList(db, principal, desk(), query, { page: 1, size: mostExported }))
      if (total > mostExported) throw new Invalid('too-many-to-export', `有 ${total} 项任务，一次最多导出 ${mostExported} 项，请先筛选。`, { total, most: mostExported })
      return tasksWorkbook(tasks)
    }),
    route(readTask, async ({ params, principal }) => reading(principal, (db) => taskDetail(db, principal, desk(), params.taskId))),
    route(findSatisfied, async ({ body, principal }) => reading(principal, (db) => satisfiedBy(db, principal, desk(), body.recordIds))),
    route(listDuties, async ({ query, principal }) => reading(principal, (db) => dutyList(db, principal, desk(), query))),
    route(responsibilityList, async ({ params, query, principal }) => {
      const owed = await reading(principal, (db) => owedBy(db, principal, desk(), query))
      if (params.format === 'docx') return responsibilityListWord(owed)
      const { heading, rows } = responsibilityListRows(owed)
      return workbook('责任清单', heading, rows)
    }),
    route(responsibilityLetter, async ({ query, principal }) => {
      const { superior, ...owed } = await reading(principal, async (db) => ({
        ...(await owedBy(db, principal, desk(), query)), superior: await superiorOf(db, query.unitId),
      }))
      return letterWord(owed, superior)
    }),
  ]
}

/** What a unit owes in a year: the duties it has taken on and not switched off. */
async function owedBy(db: Reader, principal: Principal, desk: Desk, { unitId, year }: { unitId?: string | undefined; year: number }): Promise<OfUnit> {
  const { unit, duties } = await dutyList(db, principal, desk, { unitId })
  const owed = duties.filter(({ off, takenOnFrom }) => !off && takenOnFrom !== null && takenOnFrom <= `${year}-12-31`)
  if (owed.length === 0) throw new Invalid('nothing-owed', '这个单位还没有启用任何制度包的责任事项，没有可写的清单。请先在责任清单页启用。', {})
  return { unit: unit ?? '', year, today: desk.today, duties: owed }
}
