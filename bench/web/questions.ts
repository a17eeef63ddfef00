/** What people ask of a list of 40,000 records, of others, and of a long draft, each as an address of the server. */
export function questionsOf({ unitIds, draftId }: { unitIds: string[]; draftId: string }): { group: 'list' | 'filter' | 'search' | 'draft'; path: string }[] {
  const [bureau = '', office = '', law = ''] = unitIds
  const list = (kind: string, filter: object, rest: Record<string, string> = {}) =>
    `/api/kinds/${kind}/records?${new URLSearchParams({ filter: JSON.stringify(filter), ...rest })}`
  return [
    { group: 'list', path: '/api/kinds' },
    { group: 'list', path: list('meeting', {}) },
    { group: 'list', path: list('meeting', {}, { offset: '50' }) },
    { group: 'list', path: list('meeting', {}, { offset: '5000' }) },
    { group: 'list', path: list('meeting', {}, { offset: '10000' }) },
    { group: 'list', path: list('meeting', {}, { sort: 'occurredOn' }) },
    { group: 'list', path: list('meeting', {}, { sort: '-attendees' }) },
    { group: 'list', path: list('meeting', {}, { sort: 'title' }) },
    { group: 'list', path: list('training', {}) },
    { group: 'list', path: list('finding', {}, { sort: '-recordedAt' }) },
    { group: 'filter', path: list('meeting', { from: '2026-01-01', to: '2026-12-31' }) },
    { group: 'filter', path: list('meeting', { from: '2026-07-01', to: '2026-09-30' }) },
    { group: 'filter', path: list('meeting', { unit: bureau }) },
    { group: 'filter', path: list('meeting', { unit: office }) },
    { group: 'filter', path: list('meeting', { unit: law, from: '2025-01-01', to: '2025-12-31' }) },
    { group: 'filter', path: list('meeting', { facets: { topic: ['network-security'] } }) },
    { group: 'filter', path: list('meeting', { facets: { topic: ['network-security', 'work-safety'], form: ['video'] } }) },
    { group: 'filter', path: list('meeting', { facets: { topic: [''] }, from: '2026-01-01' }) },
    { group: 'filter', path: list('case', { facets: { channel: ['letter'] } }) },
    { group: 'filter', path: list('meeting', { state: 'voided' }) },
    { group: 'search', path: list('meeting', { search: '网络安全' }) },
    { group: 'search', path: list('meeting', { search: '防汛抗旱 专题会' }) },
    { group: 'search', path: list('meeting', { search: '工作会议' }) },
    { group: 'search', path: list('meeting', { search: '会' }) },
    { group: 'search', path: list('meeting', { search: '云江大桥' }) },
    { group: 'search', path: list('meeting', { search: '第4711号' }) },
    { group: 'search', path: list('meeting', { search: '安全生产', from: '2026-01-01', unit: office }) },
    { group: 'search', path: list('training', { search: '培训' }) },
    { group: 'search', path: list('finding', { search: '整改 桥梁' }) },
    { group: 'search', path: `/api/records/search?${new URLSearchParams({ text: '乡村振兴' })}` },
    { group: 'draft', path: `/api/reports/${draftId}/draft` },
  ]
}
