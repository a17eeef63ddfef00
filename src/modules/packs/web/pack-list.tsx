import { readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import type { Pack } from './questions.ts'
import { RollBack } from './roll-back.tsx'
import { SourceLine } from './source-line.tsx'
import { texts } from './texts.ts'

/** The packs in force: version, source, how much each holds, who adopted it when; and newer texts of the program. */
export function PackList({ packs }: { packs: Pack[] }) {
  const messages = useText(texts)
  const language = useLanguage()
  const titleOf = (id: string) => packs.find((pack) => pack.id === id)?.title ?? id
  return (
    <ul className="pack-list">
      {packs.map((pack) => (
        <li key={pack.id}>
          <h2><span lang="zh-CN">{pack.title}</span> <span className="muted">{pack.id} {pack.version}</span></h2>
          <p>{messages.holds(pack)}{pack.needs.length > 0 && <span className="muted"> · {messages.needs(pack.needs.map(titleOf).join('、'))}</span>}</p>
          <p className="pack-source"><SourceLine source={pack.source} /></p>
          <p className="muted">{messages.columns.adopted} {messages.adopted(pack.adoptedBy, readableMoment(pack.adoptedAt, language))}</p>
          <RollBack pack={pack} />
          {pack.offered !== null && (
            <p className="pack-offered">
              {pack.offered === pack.version ? messages.offeredSame : messages.offered(pack.offered)}{' '}
              <Link to={`/packs/upgrade/${pack.id}`}>{messages.seeUpgrade}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
