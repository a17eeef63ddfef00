import { describe, expect, it } from 'vitest'
import { namesIn } from './names.ts'

describe('finding anonymised names', () => {
  it.each([
    ['x局召开会议', ['x局']],
    ['由X市长主持', ['X市长']],
    ['表彰x同志', ['x同志']],
    ['对AAA公众号开展检查', ['AAA公众号']],
    ['x大队长、X教导员参加', ['x大队长', 'X教导员']],
    ['联系人：李x；电话', ['李x']],
    ['经王x审核', ['王x']],
    ['周xx两位老师傅退休，【 】书记讲党课', ['周xx', '【 】书记']],
    ['x个社区更新不及时', []],
    ['慰问x名站长', []],
    ['制作x部视频', []],
    ['召开会议x次', []],
  ])('in %s', (text, expected) => {
    expect(namesIn(text, []).map((place) => place.text)).toEqual(expected)
  })
})
