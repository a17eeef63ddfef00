import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { eventSentence } from './event-sentence.ts'
import { texts } from './texts.ts'

const modules = fileURLToPath(new URL('../../modules', import.meta.url))
const said = (type: string, content: Record<string, unknown> | null, language: 'zh' | 'en' = 'zh', pack: string | null = null) =>
  eventSentence({ type, pack, content }, { texts: texts[language], language, kindTitle: (kind) => ({ meeting: '会议' })[kind] ?? kind, roleTitle: (role) => role })

describe('eventSentence', () => {
  it.each([
    ['record.entered', { kind: 'meeting', fields: { title: '安全生产例会' }, source: null }, '录入会议《安全生产例会》'],
    ['record.entered', { kind: 'meeting', fields: { title: '例会' }, source: { file: '会议.xlsx', sheet: '一', row: 2 } }, '从《会议.xlsx》导入会议《例会》'],
    ['record.entered', { kind: 'fund', fields: {}, source: null }, '录入fund'],
    ['record.voided', { reason: '重复' }, '作废了一条记录，原因：重复'],
    ['import.recorded', { name: '会议.xlsx', records: 1200 }, '导入《会议.xlsx》，共 1,200 条记录'],
    ['unit.changed', { on: '2026-01-01', parentId: 'x' }, '变更了单位的隶属或性质'],
    ['pack.adopted', { pack: 'common', version: '1.1.0', previous: '1.0.0' }, '制度包 common 由 1.0.0 换为 1.1.0'],
    ['report.issued', { title: '半年报告' }, '签发报告《半年报告》'],
    ['report.rebound', {}, '修改填空'],
    ['record.entered', null, '录入记录'],
    ['house.flooded', {}, 'house.flooded'],
  ])('says of %s %j', (type, content, expected) => {
    expect(said(type, content)).toBe(expected)
  })

  it('names a pack that is too long to be listed', () => {
    expect(said('pack.adopted', null, 'zh', 'common@1.0.0')).toBe('启用制度包 common 1.0.0')
  })

  it('speaks English too', () => {
    expect(said('unit.closed', { on: '2026-03-05' }, 'en')).toBe('Closed a unit from 5 March 2026')
  })

  it('has words for every event that a module appends', () => {
    const sources = (readdirSync(modules, { recursive: true }) as string[]).filter((file) => /(?<!\.test)\.ts$/.test(file))
    const appended = sources.flatMap((file) =>
      [...readFileSync(`${modules}/${file}`, 'utf8').matchAll(/\btype: '((?:record|import|evidence|report|unit|person|post|account|role|password|pack|kind|duty|duty-change|tasks|task)\.[a-z-]+)'/g)].map(([, type = '']) => type),
    )
    expect(appended.length).toBeGreaterThan(15)
    expect(appended.filter((type) => !Object.hasOwn(texts.zh.types, type))).toEqual([])
  })
})
