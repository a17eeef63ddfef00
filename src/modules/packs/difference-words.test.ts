import { describe, expect, it } from 'vitest'
import { differenceWords } from './difference-words.ts'

const metric = 'title: 会议次数\nkind: meeting\ndigits: 0\nmeasures: [次]\nphrases: [会议, 开会]\n'
const kind = 'title: 会议\nfields:\n  date: { title: 日期, type: date }\n  place: { title: 地点, type: text }\n'

describe('saying what a changed file means', () => {
  it.each([
    ['metrics/meetings.yaml', null, metric, ['新增指标“会议次数”']],
    ['metrics/meetings.yaml', metric, null, ['删去指标“会议次数”']],
    ['metrics/meetings.yaml', metric, metric.replace('开会', '专题会议'), ['指标“会议次数”：说法增加“专题会议”', '指标“会议次数”：说法去掉“开会”']],
    ['metrics/meetings.yaml', metric, metric.replace('digits: 0', 'digits: 1'), ['指标“会议次数”：小数位数由“0”改为“1”']],
    ['metrics/meetings.yaml', metric, metric.replace('[会议, 开会]', '[开会, 会议]'), ['指标“会议次数”：说法的次序有改动']],
    ['metrics/meetings.yaml', metric, `# 注\n${metric}`, ['指标“会议次数”：只改了写法或注释']],
    ['kinds/meeting.yaml', kind, kind.replace('place: { title: 地点', 'form: { title: 形式'), ['台账类型“会议”：增加字段“形式”', '台账类型“会议”：去掉字段“地点”']],
    ['kinds/meeting.yaml', kind, kind.replace('地点, type: text', '地点, type: text, facet: true'), ['台账类型“会议”：字段“地点”有改动']],
    ['pack.yaml', 'id: a\nversion: 1.0.0\n', 'id: a\nversion: 1.1.0\n', ['制度包说明：版本由“1.0.0”改为“1.1.0”']],
    ['reports/annual/body.md', '一', '二', ['报告模板“annual/body.md”：文字有改动']],
    ['kinds/broken.yaml', 'title: [', 'title: 会议\n', ['台账类型“会议”：文字有改动']],
  ])('%s', (path, before, after, said) => {
    expect(differenceWords({ path, before, after })).toEqual(said)
  })
})
