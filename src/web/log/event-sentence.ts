import { readableDate, readableNumber, type Language } from '../ui/formats.ts'
import type { EventType, LogTexts } from './texts.ts'

export interface Spoken {
  type: string
  pack: string | null
  content: Record<string, unknown> | null
}

interface Speech {
  texts: LogTexts
  language: Language
  /** The words for a kind of record, and for a role. */
  kindTitle(kind: string): string
  roleTitle(role: string): string
}

/** What an event says, in words of the office; the name of its type where there is no more to say, or it is unknown. */
export function eventSentence({ type, pack, content }: Spoken, speech: Speech): string {
  const { texts } = speech
  const sentence = content === null ? ofPack(type, pack, speech) : (sentences[type]?.(content, speech) ?? ofReport(type, content, speech))
  return sentence ?? texts.types[type as EventType] ?? type
}

type Content = Record<string, unknown>

const sentences: Record<string, (content: Content, speech: Speech) => string | undefined> = {
  'record.entered': (content, { texts: { says }, kindTitle }) => {
    const title = titleOf(content['fields'])
    const what = title === '' ? kindTitle(textOf(content['kind'])) : says.kindRecord(kindTitle(textOf(content['kind'])), title)
    const file = textOf((content['source'] as Content | null)?.['file'])
    return file === '' ? says.entered(what) : says.enteredFrom(what, file)
  },
  'record.corrected': (content, { texts: { says } }) => {
    const fields = Object.keys((content['fields'] ?? {}) as Content)
    return fields.length === 0 ? says.correctedUnit : undefined
  },
  'record.voided': ({ reason }, { texts: { says } }) => says.voided(textOf(reason)),
  'record.moved': ({ verb, from, to }, { texts: { says } }) => says.moved(textOf(verb), textOf(from), textOf(to)),
  'import.recorded': ({ name, records }, { texts: { says } }) => says.imported(textOf(name), readableNumber(Number(records))),
  'evidence.attached': ({ name }, { texts: { says } }) => (textOf(name) === '' ? undefined : says.attached(textOf(name))),
  'evidence.detached': ({ reason }, { texts: { says } }) => says.detached(textOf(reason)),
  'unit.founded': ({ name }, { texts: { says } }) => says.founded(textOf(name)),
  'unit.changed': ({ name }, { texts: { says } }) => (textOf(name) === '' ? says.changed : says.renamed(textOf(name))),
  'unit.closed': ({ on }, { texts: { says }, language }) => says.closed(readableDate(textOf(on), language)),
  'post.filled': ({ title, on }, { texts: { says }, language }) => says.filled(textOf(title), readableDate(textOf(on), language)),
  'post.left': ({ on }, { texts: { says }, language }) => says.left(readableDate(textOf(on), language)),
  'account.opened': ({ login }, { texts: { says } }) => says.opened(textOf(login)),
  'role.granted': ({ role }, { texts: { says }, roleTitle }) => says.granted(roleTitle(textOf(role))),
  'pack.adopted': ({ pack, version, previous }, { texts: { says } }) =>
    typeof previous === 'string' && previous !== ''
      ? says.upgraded(textOf(pack), previous, textOf(version))
      : says.adopted(textOf(pack), textOf(version)),
  'kind.adopted': ({ kind }, { texts: { says }, kindTitle }) => says.kind(kindTitle(textOf(kind))),
  'tenant.opened': ({ name }, { texts: { says } }) => says.tenant(textOf(name)),
}

/** A pack is too long for a list, but the event names what it is. */
function ofPack(type: string, pack: string | null, { texts: { says } }: Speech): string | undefined {
  const [id = '', version = ''] = pack?.split('@') ?? []
  return type === 'pack.adopted' && id !== '' ? says.adopted(id, version) : undefined
}

/** A step of a report, which only some events name. */
function ofReport(type: string, content: Content, { texts }: Speech): string | undefined {
  const title = textOf(content['title'])
  const step = type.startsWith('report.') ? texts.types[type as EventType] : undefined
  return step === undefined || title === '' ? undefined : texts.says.ofReport(step, title)
}

/** What a record is called, by the fields that name one; empty where it has none of them. */
function titleOf(fields: unknown): string {
  const { title, name } = (fields ?? {}) as Content
  return textOf(title) || textOf(name)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
