import { describe, expect, it } from 'vitest'
import { listsIn } from './lists.ts'

describe('finding lists', () => {
  it.each([
    ['印发《工作要点》《应急预案》等文件', [['《工作要点》《应急预案》', 'documents']]],
    ['学习《条例》《准则》', [['《条例》《准则》', 'studies']]],
    ['开展“开放日”“随手拍”活动', [['“开放日”“随手拍”', 'activities']]],
    ['发放《致居民一封信》', [['《致居民一封信》', 'materials']]],
    ['编发《疫情周报》', [['《疫情周报》', 'documents']]],
    ['举办“鹿鸣讲坛”专题讲座', [['“鹿鸣讲坛”', 'activities']]],
    ['根据《工作方案》要求', []],
  ])('in %s', (text, expected) => {
    expect(listsIn(text).map((place) => [place.text, place.of])).toEqual(expected)
  })
})
