import type { Guess, SentenceField } from './lexicon.ts'

/** Text fields that a sentence can fill by their form: a place, and the number of a document. */
const forms: { name: RegExp; said: RegExp }[] = [
  { name: /地点|场所/, said: /(?:在|于|地点[:：为]?)([^，。；,;在于《》]{0,18}(?:会议室|室|楼|厅|中心|礼堂|馆|广场|社区|基地|现场|院内|大厅))/ },
  { name: /文号|发文字号|文件编号/, said: /([\p{Script=Han}]{1,8}[〔[（(]20\d{2}[〕\])）]\d{1,4}号)/u },
]

export function textGuesses(text: string, fields: SentenceField[], naming: string): Guess[] {
  return fields.flatMap((field): Guess[] => {
    if (field.type !== 'text' || field.id === naming) return []
    const form = forms.find(({ name }) => field.names.some((own) => name.test(own)))
    const match = form?.said.exec(text)
    if (match === null || match === undefined) return []
    const value = match[1] ?? ''
    const start = match.index + match[0].indexOf(value)
    return [{ field: field.id, value, start, end: start + value.length }]
  })
}
