import { describeCadence } from '../../engine/calendar/words.ts'
import type { Catalogue } from './schema/pack.ts'

const tags = { verified: 'read in the text', 'second-hand': 'read in a copy', unverified: 'practice; local rules decide' }

/** `docs/duties.md`: where each shipped duty comes from and how sure we are of it. */
export function dutySources({ packs, duties, kinds }: Catalogue): string {
  const tables = packs.flatMap(({ id, title }) => {
    const own = [...duties.values()].filter(({ pack }) => pack === id)
    if (own.length === 0) return []
    const rows = own.map((duty) => {
      const kind = duty.cadence.type === 'event' ? kinds.get(duty.cadence.kind)?.title : undefined
      const { rule, edition = '', article = '', tag } = duty.source
      return `| ${duty.title} | ${describeCadence(duty.cadence, 'zh', kind)} | ${[rule, edition, article].filter((part) => part !== '').join(' ')} | ${tags[tag]} |`
    })
    return [`## ${title} (\`${id}\`)\n\n| duty | cadence | source | how sure |\n|---|---|---|---|\n${rows.join('\n')}\n`]
  })
  return `# Where the duties come from

Every duty names its rule. Where no text fixes a cadence, or only a local one does, it says so on every screen and in
every list, and a body changes it with a reason and an approver. A duty is a task of the unit; nothing here watches people.

${tables.join('\n')}`
}
