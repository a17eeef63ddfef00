import { describe, expect, it } from 'vitest'
import { documentOf, queryOf, searchedText } from './words.ts'

const documentWords = (fields: Record<string, string>) => documentOf({ tenantId: 7, kind: 'meeting', fields })

describe('the words of a record', () => {
  it('are pairs of Chinese characters, the last one alone, and letters and digits whole', () => {
    expect(documentWords({ title: '预算会WORK-12' })).toBe("'@7' '@7:meeting' '预算' '算会' '会' 'work' '12'")
  })

  it('carry the values of lists as values, and leave dates out', () => {
    expect(documentWords({ topic: 'network-security', date: '2026-03-05', title: '会' })).toBe("'@7' '@7:meeting' '=network-security' '会'")
  })

  it('make no pairs across punctuation or fields', () => {
    expect(documentWords({ title: '甲，乙', place: '丙' })).toBe("'@7' '@7:meeting' '甲' '乙' '丙'")
  })

  it('compare one width and one case', () => {
    expect(searchedText({ title: 'ＡＢＣ１２' })).toBe('abc12')
  })

  it('cannot break out of their quotes', () => {
    expect(documentWords({ title: "a'b\\c" })).toBe("'@7' '@7:meeting' 'a' 'b' 'c'")
  })
})

describe('asking for words', () => {
  it.each([
    ['预算', "(('预算'))"],
    ['预算会', "(('预算' & '算会'))"],
    ['预', "(('预':*))"],
    ['2026 Wo', "(('2026':*)) & (('wo':*))"],
    ['“办法”通知', "(('办法')) & (('通知'))"],
    ['5g网络', "(('5g':* & '网络'))"],
  ])('%s', (typed, wanted) => expect(queryOf(typed)?.wanted).toBe(wanted))

  it('has pieces of several words stand in the text as typed', () => {
    expect(queryOf('预算会议 通知')?.pieces).toEqual(['预算会议'])
  })

  it('takes a value that a word names beside its text', () => {
    const query = queryOf('网络安全', () => ['network-security'])
    expect(query?.wanted).toBe("(('网络' & '络安' & '安全') | '=network-security')")
    expect(query?.meanings).toEqual(["'=network-security'"])
  })

  it.each(['', '  ', '《》！'])('is nothing without a letter or digit: "%s"', (typed) => expect(queryOf(typed)).toBeNull())
})
