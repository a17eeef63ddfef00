import { Blank } from '../../../web/ui/blank.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { PagedList } from '../../../web/ui/paged-list.tsx'
import type { OpenPlace } from './figure.ts'
import { Sentence } from './sentence.tsx'
import { texts } from './texts.ts'

/** 待补: every place that stays open, why, and what to keep so that it fills next time. */
export function OpenSlotList({ places }: { places: OpenPlace[] }) {
  const { open: messages } = useText(texts)
  if (places.length === 0) return <Blank title={messages.none} explain={messages.noneExplain} />
  return (
    <PagedList
      entries={places}
      searchLabel={messages.search}
      searchedText={({ sentence, reason, proposal }) => `${sentence}\n${reason}\n${proposal?.metric ?? ''}`}
      keyOf={({ line, column }) => `${line}:${column}`}
      render={(place) => <Place place={place} />}
    />
  )
}

function Place({ place }: { place: OpenPlace }) {
  const { open: messages, line } = useText(texts)
  const { proposal } = place
  return (
    <>
      <p className="place-top">{line(place.line)} · {messages.kinds[place.kind]}</p>
      <p className="place-sentence open-sentence">
        <Sentence text={place.sentence} figures={[{ number: 0, text: place.text, before: place.text }]} marked={0} />
      </p>
      <dl className="place-facts">
        <div><dt>{messages.reason}</dt><dd lang="zh-CN">{place.reason}</dd></div>
        {proposal !== null && <div><dt>{messages.proposal}</dt><dd>{messages.keep(proposal.kind, proposal.metric, proposal.measure)}</dd></div>}
      </dl>
    </>
  )
}
