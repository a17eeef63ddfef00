import { describe, expect, it } from 'vitest'
import { phraseOf } from './phrase.ts'
import { partnerOf, surroundingsOf } from './surroundings.ts'

const cut = (text: string, at: number) => {
  const places = [...text.matchAll(/x次|x场|x%/g)].map((match) => ({ start: match.index, end: match.index + 1, measureEnd: match.index + 2 }))
  const quantity = places[at] ?? { start: 0, end: 0, measureEnd: 0 }
  return surroundingsOf(text, quantity, places.filter((other) => other !== quantity), '')
}

describe('cutting the words around a slot', () => {
  it('ends at the marks of the clause', () => {
    expect(cut('今年工作有力，召开会议x次，效果良好', 0)).toMatchObject({ pre: '召开会议', post: '', sentence: '今年工作有力，' })
  })

  it('gives the n-th number after 分别 the n-th name', () => {
    expect(cut('举办讲座、展览分别为x场、x场', 1).pre).toContain('展览')
  })

  it('gives each name before 分别 the head noun of the last', () => {
    expect(cut('高血压、糖尿病患者管理率分别为x%和x%', 0).pre).toBe('高血压患者管理率')
  })

  it('gives the numbers after 同比分别 the earlier numbers of the sentence in order', () => {
    const text = '召开会议x次，举办讲座x场，同比分别下降x%和x%'
    const places = [...text.matchAll(/x(次|场|%)/g)].map((match) => ({ start: match.index, measure: match[1] ?? null }))
    const partners = places.map((place) => partnerOf(text, place, places))
    expect(partners).toEqual([null, null, places[0], places[1]])
  })

  it('begins a long phrase at a word', () => {
    expect(phraseOf(cut('持续组织党委理论学习中心组开展党的创新理论专题学习研讨x次', 0))).toBe('开展党的创新理论专题学习研讨')
  })

  it('words a bare direction by the subject before it', () => {
    expect(phraseOf(cut('污水治理率由x%提高到x%', 1))).toBe('污水治理率提高到')
  })
})
