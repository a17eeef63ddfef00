import { childOf, parseXml } from './xml-parse.ts'
import { escapeXml } from './xml-write.ts'

/** Where a slot stood, so that it is found again when a program dropped both its control and its bookmark. */
export interface Anchor {
  tag: string
  line: number
  column: number
  before: string
  text: string
  after: string
}

const contextLength = 12

export function anchorOf(tag: string, line: number, paragraph: string, column: number, length: number): Anchor {
  const end = column + length
  return {
    tag,
    line,
    column,
    before: paragraph.slice(Math.max(0, column - contextLength), column),
    text: paragraph.slice(column, end),
    after: paragraph.slice(end, end + contextLength),
  }
}

/** The part that keeps the anchors, and the caller's bindings, inside the document. */
export function writeAnchors(anchors: Anchor[], bindings: string): string {
  const slots = anchors.map(
    ({ tag, line, column, before, text, after }) =>
      `<slot tag="${tag}" line="${line}" column="${column}"><before>${escapeXml(before)}</before>` +
      `<text>${escapeXml(text)}</text><after>${escapeXml(after)}</after></slot>`,
  )
  const content = `${slots.join('')}<bindings>${escapeXml(bindings)}</bindings>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<template xmlns="urn:taizhang:template:1">${content}</template>`
}

/** Throws DocxError where the text is no such part. */
export function readAnchors(source: string): { anchors: Anchor[]; bindings: string } {
  const { root } = parseXml(source, 'customXml')
  const anchors = root.children
    .filter((child) => child.name === 'tz:slot')
    .map((slot) => ({
      tag: slot.attributes['tag'] ?? '',
      line: Number(slot.attributes['line']),
      column: Number(slot.attributes['column']),
      before: childOf(slot, 'tz:before')?.text ?? '',
      text: childOf(slot, 'tz:text')?.text ?? '',
      after: childOf(slot, 'tz:after')?.text ?? '',
    }))
  return { anchors, bindings: childOf(root, 'tz:bindings')?.text ?? '' }
}

interface Found {
  line: number
  column: number
  length: number
}

/** Nearest place with the anchor's surroundings; up to 40 other characters may stand in it. Null if none. */
export function findByContext(anchor: Anchor, paragraphs: { line: number; text: string }[]): Found | null {
  return findWithin(anchor, contextLength, paragraphs) ?? findWithin(anchor, contextLength / 2, paragraphs)
}

function findWithin(anchor: Anchor, size: number, paragraphs: { line: number; text: string }[]): Found | null {
  const before = size < anchor.before.length ? anchor.before.slice(-size) : anchor.before
  const after = anchor.after.slice(0, size)
  if (before.length + after.length < 4) return null
  const opening = before.length < size ? `^${quoted(before)}` : quoted(before)
  const closing = after.length < size ? `${quoted(after)}$` : quoted(after)
  const pattern = new RegExp(`(?<=${opening})(?:${quoted(anchor.text)}|.{0,40}?)(?=${closing})`, 'gsd')
  const distance = ({ line, column }: Found) =>
    Math.abs(line - anchor.line) * 1000 + Math.abs(column - anchor.column)
  const found = paragraphs.flatMap(({ line, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ line, column: match.index, length: match[0].length })),
  )
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
