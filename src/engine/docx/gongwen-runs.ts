import { textXml } from './edit-runs.ts'
import { fonts } from './gongwen-layout.ts'

export interface RunStyle {
  font: string
  /** Half points. */
  size: number
  /** Twips added to each character. */
  spacing?: number
}

/** Run properties that depend on no style of the document they stand in. */
export function runProperties({ font, size, spacing }: RunStyle): string {
  const latin = `w:ascii="${fonts.latin}" w:hAnsi="${fonts.latin}" w:cs="${fonts.latin}"`
  const names = `<w:rFonts ${latin} w:eastAsia="${font}" w:hint="eastAsia"/>`
  const pitch = spacing === undefined ? '' : `<w:spacing w:val="${spacing}"/>`
  const off = '<w:b w:val="0"/><w:i w:val="0"/>'
  const sizes = `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  return `<w:rPr>${names}${off}<w:color w:val="000000"/>${pitch}${sizes}</w:rPr>`
}

export const runXml = (text: string, style: RunStyle): string => `<w:r>${runProperties(style)}${textXml(text)}</w:r>`
