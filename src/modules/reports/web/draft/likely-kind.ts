const toldByOthers = 'received-statistic'

/** Verbs before what is counted, and what the name of a number ends with. */
const around = /^(?:配备|开展|召开|组织|举办|完成|建成|发放|制作|新增|设立|建立|受理|办理|印发|共|累计)+|(?:总数|数量|件数|次数|人数|数|率|占比)$/g

/**
 * What a kind for a proposal would be called. A number that others tell goes to the kind for such; for the rest a kind of
 * its own, named after what is counted: in one that is there already every record would count.
 */
export function likelyKind({ kind, metric }: { kind: string; metric: string }, title: string | undefined): string {
  if (kind === toldByOthers && title !== undefined) return title
  if (!/^[a-z0-9-]+$/.test(kind)) return kind
  return metric.replace(around, '') || metric
}
