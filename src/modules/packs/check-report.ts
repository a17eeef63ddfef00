import { checkFacets } from './check-example.ts'
import type { PackProblem } from './problem.ts'
import type { PackReport } from './read-pack.ts'
import { markPattern } from './report-template.ts'
import type { Scope } from './scope.ts'

/** Marks of a report template that stand for nothing, are never used, or point at a metric that is not there. */
export function checkReport(report: PackReport, scope: Scope): PackProblem[] {
  const problems: PackProblem[] = []
  const used = new Set<string>()
  report.body.split(/\r?\n/).forEach((text, index) => {
    for (const match of text.matchAll(markPattern)) {
      const mark = (match[1] ?? '').trim()
      used.add(mark)
      if (report.value.marks[mark] !== undefined) continue
      problems.push({ file: report.bodyFile, line: index + 1, message: `标记“{{${mark}}}”没有在 template.yaml 的 marks 中说明` })
    }
  })
  for (const [id, mark] of Object.entries(report.value.marks)) {
    const say = (message: string) => problems.push({ file: report.file, line: report.lineOf(['marks', id]), message })
    if (!used.has(id)) say(`标记“${id}”没有在 body.md 中使用`)
    const wanted = 'metric' in mark ? mark.metric : 'list' in mark ? mark.list : null
    if (wanted === null || !('facets' in mark)) continue
    const metric = scope.metrics.get(wanted)
    const kind = metric === undefined ? undefined : scope.kinds.get(metric.kind)
    if (metric === undefined || kind === undefined) say(`没有指标“${wanted}”`)
    else checkFacets(metric.kind, mark.facets, kind, scope, [], (_, message) => say(message))
  }
  return problems
}
