import { describe, expect, it } from 'vitest'
import { shippedCatalogue } from '../../packs/shipped.ts'
import { choicesOf, parseChoice, parseChoices, wordsIn } from './choices.ts'

const { vocabularies } = await shippedCatalogue()
const named = (id: string) => {
  const vocabulary = vocabularies.get(id)
  if (vocabulary === undefined) throw new Error(id)
  return choicesOf(vocabulary)
}

describe('parseChoice', () => {
  it.each([['专题会议', 'special-meeting'], ['专题会', 'special-meeting'], [' 党组 会 ', 'party-group-meeting'], ['special-meeting', 'special-meeting'], ['2026年第3次局长办公会', 'executive-meeting']])('finds %s', (text, value) => {
    expect(parseChoice(text, named('meeting-category'))).toEqual({ value })
  })

  it('keeps the own word of a unit in an open vocabulary', () => {
    expect(parseChoice('路长碰面', named('meeting-category'))).toEqual({ value: '路长碰面' })
  })

  it('lists what a closed vocabulary allows', () => {
    expect(parseChoice('线上加线下', named('on-time'))).toEqual({ error: expect.stringMatching(/不在可选范围内，可填：.+/) })
  })
})

describe('parseChoices', () => {
  it.each(['意识形态、网络安全', '意识形态，网络安全', '意识形态/网络安全', '意识形态；网络安全；', '意识形态\n网络安全'])('splits %j', (text) => {
    expect(parseChoices(text, named('topic'), 3)).toEqual({ value: ['ideology', 'network-security'] })
  })

  it('refuses more values than the field holds', () => {
    expect(parseChoices('意识形态、网络安全、党建、信访', named('topic'), 3)).toEqual({ error: '最多填 3 项，这里有 4 项' })
  })
})

describe('wordsIn', () => {
  it('takes the longest word and none inside it', () => {
    expect(wordsIn('网络意识形态工作专题会', named('topic'), 3)).toEqual(['network-ideology'])
  })
})
