import { characterSpacing, page, sizes } from './gongwen-layout.ts'

const textWidth = page.width - page.left - page.right
const pitch = sizes.title * 10 + characterSpacing
/** Characters on a line, half a one in reserve: digits of substitute fonts are wider. */
const widest = Math.floor(textWidth / pitch) - 0.5

/** In characters: digits and Latin letters take half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x250 ? 0.5 : 1), 0)

/**
 * Twips to keep free on both sides so that a title too long for one line breaks into lines of like length, the first
 * at a place between words where there is one near. GB/T 9704-2012, 7.3.1 asks for whole words and a 梯形 or 菱形.
 */
export function titleIndent(text: string): number {
  const width = widthOf(text)
  if (width <= widest) return 0
  const least = Math.ceil(width / Math.ceil(width / widest))
  const first = breakBetweenWords(text, least) ?? Math.min(widest, least + 1)
  return Math.max(0, Math.floor((textWidth - (first + 0.9) * pitch) / 2))
}

/** The first width from `least` on after which a line may well end. */
function breakBetweenWords(text: string, least: number): number | null {
  for (let at = 1; at < text.length; at++) {
    const width = widthOf(text.slice(0, at))
    if (width < least || width > widest) continue
    const next = widthOf(text.slice(at, at + 1))
    if (next > 0.5 && (/[的和与及、》）局委年]$/.test(text.slice(0, at)) || wordAhead.test(text.slice(at)))) return width
  }
  return null
}

const wordAhead = /^(?:落实|贯彻|执行|推进|开展|工作|责任|情况|报告|总结|关于|实施|整改|检查|网络|安全|年度)/
