import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

export interface Drawing {
  /** By month; null is not drawn. */
  now: (number | null)[]
  before: (number | null)[]
  months: string[]
  nowName: string
  beforeName: string
  measure: string
  isDark: boolean
  /** With axes and a note at the pointer; without, a small picture of the year. */
  isLarge: boolean
}

/** Draws this year as bars and the year before as a line. */
export function draw(element: HTMLElement, drawing: Drawing): ECharts {
  const chart = init(element, null, { renderer: 'svg' })
  chart.setOption(drawing.isLarge ? largeOption(drawing) : smallOption(drawing))
  return chart
}

const inks = {
  light: { now: '#1f4e79', before: '#9a5b00', text: '#5b6470', rule: '#e5e2dc', paper: '#ffffff', ink: '#1f2328' },
  dark: { now: '#6ea3d8', before: '#e0a95a', text: '#a3abb5', rule: '#2b3036', paper: '#1b1f24', ink: '#e8e6e1' },
}

function seriesOf({ now, before, nowName, beforeName, isDark, isLarge }: Drawing) {
  const ink = inks[isDark ? 'dark' : 'light']
  return [
    { type: 'bar' as const, name: nowName, data: now, itemStyle: { color: ink.now }, barMaxWidth: isLarge ? 26 : 7, barMinHeight: 1 },
    {
      type: 'line' as const, name: beforeName, data: before, lineStyle: { color: ink.before, width: isLarge ? 2 : 1.2 }, itemStyle: { color: ink.before },
      symbol: 'circle', symbolSize: isLarge ? 6 : 3, connectNulls: false,
    },
  ]
}

function smallOption(drawing: Drawing) {
  return {
    animation: false,
    grid: { left: 1, right: 1, top: 3, bottom: 1 },
    xAxis: { type: 'category', data: drawing.months, show: false },
    yAxis: { type: 'value', show: false, min: 0 },
    series: seriesOf(drawing),
    silent: true,
  }
}

function largeOption(drawing: Drawing) {
  const { text, rule, paper, ink } = inks[drawing.isDark ? 'dark' : 'light']
  const label = { color: text, fontSize: 13, fontFamily: 'inherit' }
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis', backgroundColor: paper, borderColor: rule, textStyle: { color: ink, fontSize: 13 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value}${drawing.measure}` : '—'),
    },
    xAxis: { type: 'category', data: drawing.months, axisLabel: { ...label, interval: 'auto' }, axisLine: { lineStyle: { color: rule } }, axisTick: { show: false } },
    yAxis: { type: 'value', name: drawing.measure, nameTextStyle: label, axisLabel: label, splitLine: { lineStyle: { color: rule } }, minInterval: drawing.measure === '%' ? 0 : 1 },
    series: seriesOf(drawing),
  }
}
