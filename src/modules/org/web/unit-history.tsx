import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { readableDate, readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { readUnit } from '../contract/units.ts'
import { texts } from './texts.ts'

type Unit = ReplyOf<typeof readUnit>

/** Since when a unit is in the books although nobody knows the day. */
const sinceEver = '1900-01-01'

/** What a unit was from which day on, and who entered that when. */
export function UnitHistory({ unit }: { unit: Unit }) {
  const { unit: words } = useText(texts)
  const language = useLanguage()
  const day = (on: string) => readableDate(on, language)
  const span = ({ from, until }: Unit['slices'][number]) =>
    until === null ? (from === sinceEver ? words.ever : words.from(day(from))) : words.span(day(from), day(until))
  return (
    <>
      <section>
        <h2>{words.history}</h2>
        <ol className="unit-slices">
          {unit.slices.map((slice) => (
            <li key={slice.from}>
              <span className="unit-span">{span(slice)}</span>
              <span lang="zh-CN"><b>{slice.name}</b> <span className="muted">{slice.parent === null ? words.atTop : words.under(slice.parent)}</span></span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{words.log}</h2>
        <ol className="unit-slices">{unit.events.map((event) => <Entered key={event.position} event={event} day={day(event.on)} />)}</ol>
      </section>
    </>
  )
}

function Entered({ event, day }: { event: Unit['events'][number]; day: string }) {
  const { unit: words } = useText(texts)
  const language = useLanguage()
  const say = words.events[event.type as keyof typeof words.events]
  const actor = words.actors[event.actor as keyof typeof words.actors] ?? event.actor
  const what = [event.name === null ? '' : words.changedName(event.name), event.parent === null ? '' : words.changedParent(event.parent), event.foundingDocument ?? '']
  return (
    <li>
      <span className="unit-span">{say === undefined ? event.type : say(day)}</span>
      <span lang="zh-CN">
        {what.filter((text) => text !== '').join('　')} <span className="muted">{words.entered(readableMoment(event.recordedAt, language), actor)}</span>
      </span>
    </li>
  )
}
