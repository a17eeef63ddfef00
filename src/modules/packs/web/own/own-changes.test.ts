import { describe, expect, it } from 'vitest'
import { contestedFiles, rebased, textsWith, withFile, type OwnChanges } from './own-changes.ts'

const nothing: OwnChanges = { base: '1.0.0', files: {}, begun: {} }
const standing = { a: '1', b: '2' }

describe('changing one’s own pack', () => {
  it('forgets a change that was taken back', () => {
    const changed = withFile(nothing, standing, 'a', '9')
    expect(textsWith(standing, changed)).toEqual({ a: '9', b: '2' })
    expect(withFile(changed, standing, 'a', '1')).toEqual(nothing)
    expect(textsWith(standing, withFile(nothing, standing, 'b', null))).toEqual({ a: '1' })
    expect(withFile(withFile(nothing, standing, 'c', 'x'), standing, 'c', null)).toEqual(nothing)
  })

  it('finds what both changed, and puts the rest on top', () => {
    const mine = withFile(withFile(nothing, standing, 'a', 'mine'), standing, 'b', 'also mine')
    const theirs = { a: 'theirs', b: '2' }
    expect(contestedFiles(mine, theirs)).toEqual(['a'])
    expect(rebased(mine, theirs, '1.0.1', new Set(['a']))).toEqual({ base: '1.0.1', files: { b: 'also mine' }, begun: { b: '2' } })
    expect(rebased(mine, theirs, '1.0.1', new Set()).begun).toEqual({ a: 'theirs', b: '2' })
    expect(contestedFiles(mine, { a: 'mine', b: '2' })).toEqual([])
  })
})
