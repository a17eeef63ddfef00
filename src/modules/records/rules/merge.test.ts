import { describe, expect, it } from 'vitest'
import { changedFields, mergeFields } from './merge.ts'

const before = { title: '专题会', attendees: 20, topic: ['security'] }

describe('mergeFields', () => {
  it('takes over what only they changed and keeps what only I changed', () => {
    const merged = mergeFields({ before, mine: { ...before, title: '改期会' }, theirs: { ...before, attendees: 23 } })
    expect(merged).toEqual({ fields: { ...before, title: '改期会', attendees: 23 }, clashes: [], taken: ['attendees'] })
  })

  it('shows a field that both changed with all three values, and keeps mine', () => {
    const merged = mergeFields({ before, mine: { ...before, title: '甲会' }, theirs: { ...before, title: '乙会' } })
    expect(merged.fields.title).toBe('甲会')
    expect(merged.clashes).toEqual([{ field: 'title', before: '专题会', mine: '甲会', theirs: '乙会' }])
  })

  it('sees no clash where both did the same, and takes over a field that they took away', () => {
    const same = { ...before, title: '同会' }
    const { attendees: _, ...without } = same
    expect(mergeFields({ before, mine: same, theirs: without })).toMatchObject({ clashes: [], taken: ['attendees'], fields: without })
  })
})

describe('changedFields', () => {
  it('names what differs; null takes a field away', () => {
    expect(changedFields(before, { title: '专题会', topic: ['study'], place: '三楼' })).toEqual({ attendees: null, topic: ['study'], place: '三楼' })
  })
})
