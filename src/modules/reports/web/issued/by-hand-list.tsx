import { Blank } from '../../../../web/ui/blank.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { PagedList } from '../../../../web/ui/paged-list.tsx'
import type { Report } from '../figure.ts'
import { texts } from './texts.ts'

/** The places that a person filled, each with the reason. */
export function ByHandList({ places }: { places: Report['byHand'] }) {
  const text = useText(texts).byHand
  if (places.length === 0) return <Blank title={text.none} explain={text.noneExplain} />
  return (
    <PagedList
      entries={places}
      searchLabel={text.search}
      searchedText={({ sentence, reason }) => `${sentence} ${reason}`}
      keyOf={({ slot }) => String(slot)}
      render={(place) => (
        <article lang="zh-CN">
          <p className="place-sentence">{place.sentence}</p>
          <dl className="place-facts">
            <div><dt>{text.before}</dt><dd>{place.before} → {place.text}</dd></div>
            <div><dt>{text.reason}</dt><dd>{place.reason}</dd></div>
            <div><dt>{text.by}</dt><dd>{place.by}</dd></div>
          </dl>
        </article>
      )}
    />
  )
}
