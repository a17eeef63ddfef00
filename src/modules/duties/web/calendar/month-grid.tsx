import { isWeekend, weekdayOf } from '../../../../engine/calendar/days.ts'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { today } from '../../../org/web/day-field.tsx'
import type { readYearCalendar } from '../../contract/overview.ts'
import { texts } from './texts.ts'

type Day = ReplyOf<typeof readYearCalendar>['days'][number]

/** What the server calls the plain rest days. */
const weekendName = '周末'

interface Props {
  month: number
  days: Day[]
  unitId: string | null
}

/** One month as weeks; rest and make-up days carry a sign, days with tasks open them. */
export function MonthGrid({ month, days, unitId }: Props) {
  const messages = useText(texts)
  const blanks = days[0] === undefined ? 0 : weekdayOf(days[0].day) - 1
  const places: (Day | null)[] = [...Array.from({ length: blanks }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(places.length / 7) }, (_, n) => Array.from({ length: 7 }, (__, d) => places[n * 7 + d] ?? null))
  const names = [...new Set(days.flatMap(({ name, works }) => (name === null || name === weekendName || works ? [] : [name])))]
  return (
    <table className="month">
      <caption>{Object.values(messages.months)[month - 1]}{names.length > 0 && <span className="muted" lang="zh-CN"> {names.join('、')}</span>}</caption>
      <thead><tr>{Object.values(messages.weekdays).map((name, n) => <th key={n} scope="col" className={n > 4 ? 'weekend' : undefined}>{name}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week, n) => <tr key={n}>{week.map((day, d) => <td key={d}>{day !== null && <OneDay day={day} unitId={unitId} />}</td>)}</tr>)}
      </tbody>
    </table>
  )
}

function OneDay({ day: { day, works, name, due, late }, unitId }: { day: Day; unitId: string | null }) {
  const messages = useText(texts)
  const language = useLanguage()
  const isMakeUp = works && isWeekend(day)
  const isHoliday = !works && (!isWeekend(day) || (name !== null && name !== weekendName))
  const kind = isMakeUp ? 'day day-makeup' : isHoliday ? 'day day-rest' : works ? 'day' : 'day day-weekend'
  const sign = isMakeUp ? messages.workMark : isHoliday ? messages.restMark : ''
  const classes = day === today() ? `${kind} day-today` : kind
  const told = [readableDate(day, language), ...(isMakeUp ? [messages.makeUp] : isHoliday ? [name ?? messages.rest] : [])]
  const isLinked = due > 0
  const face = (
    <>
      <span className="day-number" aria-hidden={isLinked}>{Number(day.slice(8))}</span>
      {sign !== '' && <span className="day-sign" aria-hidden={isLinked}>{sign}</span>}
      {isLinked && <span className="day-count" aria-hidden="true">{late > 0 ? `!${due}` : due}</span>}
      {isLinked && <span className="unseen">{[...told, messages.dueOn(due, late)].join(messages.comma)}</span>}
    </>
  )
  if (!isLinked) return <span className={classes} title={told.length > 1 ? told.join(messages.comma) : undefined}>{face}</span>
  const query = new URLSearchParams({ from: day, to: day, ...(unitId === null ? {} : { unit: unitId }) })
  return <Link to={`/tasks?${query}`} className={late > 0 ? `${classes} day-late` : `${classes} day-due`}>{face}</Link>
}
