import { childOf, type XmlElement } from './xml-parse.ts'

/** `none` takes a highlight away. */
export type Highlight = 'yellow' | 'cyan' | 'none'

/** Elements that w:rPr holds after w:highlight; their order is part of the schema (ECMA-376-1 §17.3.2.28). */
const afterHighlight = new Set(
  'u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'
    .split(' ')
    .map((name) => `w:${name}`),
)

/** Source of the run's w:rPr, empty when it has none. */
export function propertiesOf(source: string, run: XmlElement): string {
  const properties = childOf(run, 'w:rPr')
  return properties ? source.slice(properties.start, properties.end) : ''
}

/** The same properties, with this highlight in place of any other. */
export function highlighted(source: string, run: XmlElement, highlight: Highlight): string {
  const properties = childOf(run, 'w:rPr')
  const kept = (properties?.children ?? []).filter((child) => child.name !== 'w:highlight')
  const split = kept.findIndex((child) => afterHighlight.has(child.name))
  const at = split < 0 ? kept.length : split
  const slices = kept.map((child) => source.slice(child.start, child.end))
  const mark = highlight === 'none' ? '' : `<w:highlight w:val="${highlight}"/>`
  const content = slices.slice(0, at).join('') + mark + slices.slice(at).join('')
  return content && `<w:rPr>${content}</w:rPr>`
}
