import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { openHere } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { readReportText } from '../../contract.ts'
import { texts } from './texts.ts'
import './issued.css'

type Paragraph = ReplyOf<typeof readReportText>['paragraphs'][number]
type Place = Paragraph['places'][number]

/** The text of an issued report as people read it; each figure opens. */
export function IssuedText({ reportId }: { reportId: string }) {
  const text = useText(texts)
  const found = useQuery({ queryKey: ['report-text', reportId], queryFn: () => server.call(readReportText, { params: { reportId } }), staleTime: Infinity })
  if (found.isPending) return <Skeleton active title={false} paragraph={{ rows: 12 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  const states = ['figure', 'by-hand', 'open'] as const
  return (
    <div className="issued-text">
      <ul className="issued-legend" aria-label={text.legend}>
        {states.map((state) => <li key={state}><span className={`issued-place issued-${state}`}>12</span> {text.states[state]}</li>)}
      </ul>
      <article className="issued-paper" lang="zh-CN">
        {found.data.paragraphs.map((paragraph) => <p key={paragraph.line}><Pieces paragraph={paragraph} /></p>)}
      </article>
    </div>
  )
}

function Pieces({ paragraph: { text, places } }: { paragraph: Paragraph }) {
  const inOrder = places.toSorted((a, b) => a.column - b.column)
  return inOrder.flatMap((place, index) => {
    const from = index === 0 ? 0 : endOf(inOrder[index - 1])
    const last = index === inOrder.length - 1
    return [text.slice(from, place.column), <PlaceMark key={place.column} place={place} words={text.slice(place.column, endOf(place))} />, last ? text.slice(endOf(place)) : '']
  }).concat(inOrder.length === 0 ? [text] : [])
}

function PlaceMark({ place, words }: { place: Place; words: string }) {
  const text = useText(texts)
  const { number, state } = place
  if (number === null) return <span className={`issued-place issued-${state}`} title={text.states[state]}>{words}</span>
  return (
    <button
      type="button"
      className={`issued-place issued-${state}`}
      aria-label={`${words}：${text.figure(number, text.states[state])}`}
      onClick={() => openHere({ figure: String(number) })}
    >
      {words}
    </button>
  )
}

const endOf = (place: Place | undefined) => (place === undefined ? 0 : place.column + place.length)
