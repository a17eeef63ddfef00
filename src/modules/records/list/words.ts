import type { RecordFields } from '../tables.ts'

/** What a search asks: a tsquery, and the pieces that must also stand in the text as they were typed. */
export interface WordQuery {
  wanted: string
  pieces: string[]
  /** For each piece a tsquery of values that mean it, or ''. */
  meanings: string[]
  /** How many were typed. */
  characters: number
}

const MOST_CONTENT = 4_000
const MOST_TOKEN = 40
const MOST_PIECES = 10
const MOST_MEANINGS = 40

const PIECE = /[\p{L}\p{N}]+/gu
const RUN = /\p{Script=Han}+|[^\p{Script=Han}]+/gu
const VALUE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The text that is searched: what people wrote into a record, field by field. Dates and values of lists are not text. */
export function searchedText(fields: RecordFields): string {
  const texts = stringsOf(fields).filter((text) => !VALUE_ID.test(text) && !DAY.test(text))
  return normal(texts.join('\n')).slice(0, MOST_CONTENT)
}

/** The words of a record as a tsvector: of its text, of the values it holds, of its tenant and kind. */
export function documentOf(record: { tenantId: number; kind: string; fields: RecordFields }): string {
  const values = stringsOf(record.fields).filter((text) => VALUE_ID.test(text)).map(valueWord)
  const tags = [`@${record.tenantId}`, `@${record.tenantId}:${record.kind}`]
  const texts = piecesOf(searchedText(record.fields)).flatMap((piece) => tokensOf(piece, { document: true }))
  return [...new Set([...tags, ...values, ...texts])].map(quoted).join(' ')
}

/**
 * What was typed into a search, or null when there is no letter or digit in it. Several pieces must all be there. One
 * Chinese character finds every word with it; letters and digits find what begins so. `valuesMeant` names the values
 * that a piece may mean beside its text.
 */
export function queryOf(typed: string, valuesMeant: (piece: string) => string[] = () => []): WordQuery | null {
  const all: string[] = []
  const asks = [...new Set(piecesOf(normal(typed)))].slice(0, MOST_PIECES)
  const query: WordQuery = { wanted: '', pieces: [], meanings: [], characters: [...asks.join('')].length }
  for (const piece of asks) {
    const tokens = tokensOf(piece, { document: false })
    const meanings = valuesMeant(piece).slice(0, MOST_MEANINGS).map((id) => quoted(valueWord(id)))
    all.push(`(${[`(${tokens.map(asked).join(' & ')})`, ...meanings].join(' | ')})`)
    if (tokens.length === 1) continue
    query.pieces.push(piece)
    query.meanings.push(meanings.join(' | '))
  }
  return all.length === 0 ? null : { ...query, wanted: all.join(' & ') }
}

/** As texts are compared: one width, one case. */
export function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? []
}

/** Pairs of Chinese characters, letters and digits whole; a document also has the last character of each run alone. */
function tokensOf(piece: string, { document }: { document: boolean }): string[] {
  return (piece.match(RUN) ?? []).flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run.slice(0, MOST_TOKEN)]
    const characters = [...run]
    const pairs = characters.slice(1).map((character, n) => `${characters[n] ?? ''}${character}`)
    return document || pairs.length === 0 ? [...pairs, characters.at(-1) ?? ''] : pairs
  })
}

/** A pair is exact; one character, letters and digits stand for every word that begins so. */
function asked(token: string): string {
  return /^\p{Script=Han}{2}$/u.test(token) ? quoted(token) : `${quoted(token)}:*`
}

function valueWord(id: string): string {
  return `=${id}`
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

function stringsOf(fields: RecordFields): string[] {
  return Object.values(fields).flat().filter((value) => typeof value === 'string')
}
