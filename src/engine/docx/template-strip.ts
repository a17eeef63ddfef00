import { annexSpan } from './annex-span.ts'
import { withSource, type WordReport } from './read-docx.ts'
import { tagOf, tagOfBookmark, tagOfControl } from './slot-names.ts'
import { childOf, descendantsOf, type XmlElement } from './xml-parse.ts'
import { spliceSource, type Splice } from './xml-write.ts'

/** Takes our own controls, bookmarks and annex out of a report that was filled before; its text stays as it is. */
export function stripTemplate(report: WordReport): WordReport {
  const splices: Splice[] = []
  const annex = annexSpan(report.body)
  if (annex) splices.push({ ...annex, xml: '' })
  const inAnnex = ({ start }: XmlElement) => annex !== null && annex.start <= start && start < annex.end

  for (const control of descendantsOf(report.body, 'w:sdt')) {
    const content = childOf(control, 'w:sdtContent')
    if (!isOurControl(control, content) || inAnnex(control)) continue
    if (!content || content.selfClosing) {
      splices.push({ start: control.start, end: control.end, xml: '' })
      continue
    }
    splices.push({ start: control.start, end: content.openEnd, xml: '' })
    splices.push({ start: content.closeStart, end: control.end, xml: '' })
  }
  const ids = new Set<string | undefined>()
  for (const mark of descendantsOf(report.body, 'w:bookmarkStart', 'w:bookmarkEnd')) {
    const id = mark.attributes['w:id']
    const isOurs = isOurBookmark(mark)
    if (isOurs) ids.add(id)
    const isEnd = mark.name === 'w:bookmarkEnd' && ids.has(id)
    if ((isOurs || isEnd) && !inAnnex(mark)) splices.push({ start: mark.start, end: mark.end, xml: '' })
  }
  return splices.length === 0 ? report : withSource(report, spliceSource(report.xml.source, splices))
}

/** LibreOffice drops the tag and moves the bookmark into the control. */
const isOurControl = (control: XmlElement, content: XmlElement | undefined) =>
  tagOfControl(tagOf(control)) !== null || (tagOf(control) === '' && content?.children.some(isOurBookmark) === true)

const isOurBookmark = ({ name, attributes }: XmlElement) =>
  name === 'w:bookmarkStart' && tagOfBookmark(attributes['w:name'] ?? '') !== null
