import { readableDate, type Language } from '../../../../web/ui/formats.ts'
import type { KindForm } from '../../contract/entry.ts'
import type { Value } from '../../rules/merge.ts'
import { shownValue } from '../entry/typed-value.ts'

/** A field's value as people read it: days in words, values of a vocabulary by their title. */
export function readableValue(form: KindForm, id: string, value: Value | undefined, language: Language): string {
  const field = form.fields[id]
  const values = form.vocabularies[field?.vocabulary ?? '']?.values ?? {}
  const titleOf = (one: string) => {
    const known = values[one]
    return known === undefined ? one : language === 'en' ? (known.en ?? known.title) : known.title
  }
  if (field?.type === 'date' && typeof value === 'string') return readableDate(value, language)
  return shownValue(value, field, titleOf)
}

export function fieldTitle(form: KindForm, id: string, language: Language): string {
  const field = form.fields[id]
  if (field === undefined) return id
  return language === 'en' ? (field.en ?? field.title) : field.title
}
