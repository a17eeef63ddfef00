import type { TableColumnsType } from 'antd'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import type { Figure } from './figure.ts'
import { FigureValue } from './figure-value-view.tsx'
import { compareFigures } from './select-figures.ts'
import { Sentence } from './sentence.tsx'
import { texts } from './texts.ts'

/** The columns of the figures; on a narrow screen one, in which a row's parts stand below each other. */
export function useFigureColumns(figuresOf: (figure: Figure) => Figure[]): TableColumnsType<Figure> {
  const { figures: messages } = useText(texts)
  const isWide = useIsWide()
  const sentence = (figure: Figure) => <Sentence text={figure.sentence} figures={figuresOf(figure)} marked={figure.number} />
  const number = (figure: Figure) => (
    <button type="button" className="row-number" tabIndex={-1} aria-label={messages.open(figure.number)}>{figure.number}</button>
  )
  const metric = (figure: Figure) => (
    <>
      <span lang="zh-CN">{figure.metricTitle}</span>
      <small className="muted">{messages.records(readableNumber(figure.records))}</small>
    </>
  )
  if (!isWide) {
    const stacked = (figure: Figure) => (
      <div className="stacked">
        <div className="stacked-top">{number(figure)}<div className="stacked-metric">{metric(figure)}</div><FigureValue figure={figure} /></div>
        {sentence(figure)}
      </div>
    )
    return [{ key: 'figure', title: messages.sentence, render: (_, figure) => stacked(figure) }]
  }
  return [
    { key: 'number', title: messages.number, width: 84, sorter: (a, b) => compareFigures('number', a, b), render: (_, figure) => number(figure) },
    { key: 'sentence', title: messages.sentence, render: (_, figure) => sentence(figure) },
    { key: 'value', title: messages.value, width: 150, align: 'right', sorter: (a, b) => compareFigures('value', a, b), render: (_, figure) => <FigureValue figure={figure} /> },
    { key: 'metric', title: messages.metric, width: 180, className: 'metric-cell', sorter: (a, b) => compareFigures('metric', a, b), render: (_, figure) => metric(figure) },
    { key: 'how', title: messages.how, width: '26%', render: (_, figure) => <span className="how-clamped" lang="zh-CN">{figure.how}</span> },
  ]
}
