import type { Projection } from '../../platform/events/verify.ts'
import { adoptionProjection, changeProjection } from './verify/few.ts'
import { linkProjection } from './verify/links.ts'
import { taskProjection } from './verify/tasks.ts'

/** Replays what happened to duties and tasks against their tables: a due day exchanged there would hide what was late. */
export function dutiesProjection(): Projection[] {
  return [adoptionProjection(), changeProjection(), taskProjection(), linkProjection()]
}
