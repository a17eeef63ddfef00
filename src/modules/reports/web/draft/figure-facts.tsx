import { readableNumber } from '../../../../web/ui/formats.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { comparisonOf } from './comparison.ts'
import { texts } from './texts.ts'
import type { Figure } from './types.ts'

/** What a figure is worth now and a year earlier; a rate with both its numerators and denominators. */
export function FigureFacts({ figure }: { figure: Figure }) {
  const { value } = useText(texts)
  const { before } = figure
  const facets = figure.narrowing.map(({ facet, value: word }) => `${facet}：${word}`).join('，')
  const facts = ([[value.metric, figure.metricTitle], [value.facets, facets], [value.unit, figure.unit], [value.period, figure.periodLabel]] as const).filter(([, words]) => words !== '')
  return (
    <section className="panel-figure">
      <p className="panel-value" lang="zh-CN">{figure.value === null ? value.none : `${readableNumber(figure.value)} ${figure.measure}`}</p>
      {before !== null && (
        <p className="panel-before" lang="zh-CN">
          {before.value === null ? value.noLastYear : `${value.lastYear(before.periodLabel)}：${readableNumber(before.value)} ${figure.measure}`}
          {' '}<Comparison figure={figure} />
        </p>
      )}
      {figure.denominator !== null && <Parts figure={figure} />}
      <dl className="panel-facts" lang="zh-CN">{facts.map(([name, words]) => <div key={name}><dt>{name}</dt><dd>{words}</dd></div>)}</dl>
      <h3>{value.how}</h3>
      <p className="panel-how" lang="zh-CN">{figure.how}</p>
    </section>
  )
}

function Comparison({ figure }: { figure: Figure }) {
  const { value } = useText(texts)
  const found = comparisonOf(figure)
  if (found === null) return null
  if (found.way === 'same') return <span className="muted">{value.same}</span>
  if (found.way === 'points') return <span className="muted">{value.points(found.difference)}</span>
  return <span className="muted">{found.way === 'more' ? value.more(found.difference, found.percent) : value.less(found.difference, found.percent)}</span>
}

function Parts({ figure }: { figure: Figure }) {
  const { value } = useText(texts)
  const rows: [string, number | null, number | null | undefined][] = [
    [value.numerator, figure.numerator, figure.before?.numerator],
    [value.denominator, figure.denominator, figure.before?.denominator],
  ]
  return (
    <table className="panel-parts">
      <thead><tr><th /><th scope="col">{value.now}</th>{figure.before !== null && <th scope="col">{value.yearBefore}</th>}</tr></thead>
      <tbody>
        {rows.map(([name, now, then]) => (
          <tr key={name}><th scope="row">{name}</th><td>{shown(now)}</td>{figure.before !== null && <td>{shown(then)}</td>}</tr>
        ))}
        {figure.excluded > 0 && <tr><th scope="row">{value.excluded}</th><td>{readableNumber(figure.excluded)}</td>{figure.before !== null && <td>—</td>}</tr>}
      </tbody>
    </table>
  )
}

function shown(number: number | null | undefined): string {
  return number === null || number === undefined ? '—' : readableNumber(number)
}
