import { readableNumber, readablePeriod } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { Figure } from './figure.ts'
import { fractionText, valueText } from './figure-value.ts'
import { Sentence } from './sentence.tsx'
import { texts } from './texts.ts'

/** What a figure is and how it came about, in the order in which an inspector asks. */
export function FigureFacts({ figure, standing }: { figure: Figure; standing: Figure[] }) {
  const language = useLanguage()
  const { figure: messages, line } = useText(texts)
  const facets = figure.narrowing.map(({ facet, value }) => `${facet}：${value}`)
  const facts: [string, string][] = [
    [messages.metric, figure.metricTitle],
    [messages.facets, facets.join('，')],
    [messages.unit, figure.unit],
    [messages.period, readablePeriod(figure.period, language)],
    [messages.pack, figure.pack],
    [messages.before, figure.before],
    [messages.line, line(figure.line)],
  ]
  return (
    <section className="figure-facts">
      <p className="figure-value" lang="zh-CN">{valueText(figure)}</p>
      <blockquote className="figure-sentence"><Sentence text={figure.sentence} figures={standing} marked={figure.number} /></blockquote>
      {fractionText(figure) !== null && <Fraction figure={figure} />}
      <h2>{messages.how}</h2>
      <p className="figure-how" lang="zh-CN">{figure.how}</p>
      <dl className="facts">
        {facts.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
        ))}
      </dl>
    </section>
  )
}

function Fraction({ figure }: { figure: Figure }) {
  const { figure: messages } = useText(texts)
  const parts: [string, number | null][] = [
    [messages.numerator, figure.numerator],
    [messages.denominator, figure.denominator],
    [messages.excluded, figure.excluded],
  ]
  return (
    <dl className="fraction">
      {parts.map(([name, value]) => (
        <div key={name}><dt>{name}</dt><dd>{value === null ? '—' : readableNumber(value)}</dd></div>
      ))}
    </dl>
  )
}
