import type { AdoptedPack } from './adoption.ts'
import { parsePack } from './read-pack.ts'

export interface PackTemplate {
  id: string
  pack: string
  title: string
  metrics: string[]
}

/** The report templates of packs as they are in force, with the metrics that their marks ask for. */
export function templatesIn(packs: AdoptedPack[]): PackTemplate[] {
  return packs.flatMap(({ pack, texts }) => {
    const only = new Map([...texts].filter(([path]) => path.startsWith('reports/')))
    return parsePack({ dir: pack, texts: only, problems: [] }).reports.map(({ id, value: { title, marks } }) => ({
      id, pack, title,
      metrics: [...new Set(Object.values(marks).flatMap((mark) => ('metric' in mark ? [mark.metric] : 'list' in mark ? [mark.list] : [])))],
    }))
  })
}
