import { readableDate } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import type { Digest } from '../contract/personal.ts'
import { texts } from './texts.ts'

const groups = ['late', 'due', 'approvals', 'handedOver'] as const

/** What today's digest says, whether it is sent or not. */
export function DigestPreview({ digest }: { digest: Digest }) {
  const { digest: words } = useText(texts)
  const language = useLanguage()
  const present = groups.filter((group) => digest.counts[group] > 0)
  return (
    <section>
      <h2>{words.title}</h2>
      {present.length === 0 && <p className="muted">{words.nothing}</p>}
      {present.map((group) => (
        <div key={group} className="digest-group">
          <h3>{words.groups[group]} <span className="muted">{words.count(digest.counts[group])}</span></h3>
          <ul>
            {digest[group].slice(0, 10).map(({ title, unit, dueOn, lateDays }) => (
              <li key={`${title}${unit}${dueOn}`}>
                <span lang="zh-CN">{title}（{unit}）</span> <span className="muted">{words.due(readableDate(dueOn, language))}{lateDays > 0 && ` · ${words.late(lateDays)}`}</span>
              </li>
            ))}
          </ul>
          {digest.counts[group] > 10 && <p className="muted">{words.more(digest.counts[group] - 10)}</p>}
        </div>
      ))}
      {present.length > 0 && <Link to="/workbench">{words.workbench}</Link>}
    </section>
  )
}
