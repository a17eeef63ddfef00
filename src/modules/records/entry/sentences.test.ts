import { beforeAll, describe, expect, it } from 'vitest'
import type { SentenceLexicon } from '../../../engine/sentence/lexicon.ts'
import { readSentence } from '../../../engine/sentence/read.ts'
import { shippedCatalogue } from '../../packs/shipped.ts'
import { sentenceLexicon } from './sentence-lexicon.ts'

const today = '2026-11-25'
let lexicon: SentenceLexicon
beforeAll(async () => {
  const units = [{ unitId: 'office', name: '办公室' }, { unitId: 'publicity', name: '宣传科' }]
  lexicon = { ...sentenceLexicon(await shippedCatalogue()), units }
})

const read = (sentence: string, kind?: string) => readSentence(sentence, lexicon, { today, kind })
const fieldsOf = (sentence: string, kind?: string) => Object.fromEntries(read(sentence, kind).guesses.map(({ field, value }) => [field, value]))

const said: [string, string, Record<string, string | number | string[]>][] = [
  ['3月5日召开网络安全专题会议，23人参加', 'meeting', { date: '2026-03-05', title: '网络安全专题会议', category: 'special-meeting', topic: ['network-security'], attendees: 23 }],
  ['昨天下午召开党组会，研究意识形态工作，局长主持，12人参会', 'meeting', { date: '2026-11-24', title: '党组会', category: 'party-group-meeting', topic: ['ideology'], leader: 'chief', attendees: 12 }],
  ['11月20日上午9时在三楼会议室召开安全生产推进会，参会35人', 'meeting', { date: '2026-11-20', title: '安全生产推进会', category: 'dispatch-meeting', topic: ['work-safety'], attendees: 35, place: '三楼会议室' }],
  ['上周五召开干部职工大会，全体86人参加', 'meeting', { date: '2026-11-20', title: '干部职工大会', category: 'staff-meeting', attendees: 86 }],
  ['2026年10月9日视频召开防汛调度会', 'meeting', { date: '2026-10-09', title: '防汛调度会', category: 'dispatch-meeting', topic: ['flood-control'], form: 'video' }],
  ['今天办公室召开工作例会', 'meeting', { date: '2026-11-25', title: '工作例会', category: 'regular-meeting' }],
  ['3.5召开分析研判会，18人参加', 'meeting', { date: '2026-03-05', title: '分析研判会', category: 'analysis-meeting', attendees: 18 }],
  ['党组理论学习中心组11月3日集体学习《中华人民共和国网络安全法》，15人参加，6人发言', 'study-session', { date: '2026-11-03', title: '集体学习《中华人民共和国网络安全法》', category: 'centre-group', attendees: 15, speeches: 6 }],
  ['周一组织支部党员大会，学习二十大精神，42名党员参加', 'meeting', { date: '2026-11-23', title: '支部党员大会', category: 'party-member-assembly', topic: ['party-congress'], attendees: 42 }],
  ['10月15日开展主题党日活动，参观革命纪念馆，38人参加', 'study-session', { date: '2026-10-15', title: '主题党日活动', category: 'theme-party-day', attendees: 38 }],
  ['昨日党支部书记讲党课《坚定理想信念》，60人听课', 'study-session', { date: '2026-11-24', title: '党支部书记讲党课《坚定理想信念》', category: 'party-lecture', topic: ['thematic-education'], leader: 'chief', attendees: 60 }],
  ['11月8日举办网络安全业务培训班，培训45人，8学时', 'training', { date: '2026-11-08', title: '网络安全业务培训班', category: 'business-training', topic: ['network-security'], attendees: 45, hours: 8 }],
  ['本周三组织消防安全培训，120人次参训', 'training', { date: '2026-11-25', title: '消防安全培训', category: 'safety-training', topic: ['fire-safety'], attendees: 120 }],
  ['十月二十日举办公文写作培训，参训50人', 'training', { date: '2026-10-20', title: '公文写作培训', attendees: 50 }],
  ['11月1日印发《网络意识形态安全管理制度》，共40份', 'document-issued', { date: '2026-11-01', title: '网络意识形态安全管理制度', category: 'regulation', topic: ['network-ideology'], copies: 40 }],
  ['10月28日修订《新闻发布工作办法》云交发〔2026〕15号', 'document-issued', { date: '2026-10-28', title: '新闻发布工作办法', category: 'regulation', action: 'revised', 'document-number': '云交发〔2026〕15号' }],
  ['11月12日在单位官网发布《网络安全法修改要点解读》', 'publication', { date: '2026-11-12', title: '网络安全法修改要点解读', channel: 'website', topic: ['network-security'] }],
  ['昨天微信公众号推送《致全市驾驶员的一封信》，阅读量3200次', 'publication', { date: '2026-11-24', title: '致全市驾驶员的一封信', channel: 'wechat', views: 3200 }],
  ['11月6日在人民日报刊发《云江公路养护新模式》', 'media-coverage', { date: '2026-11-06', title: '云江公路养护新模式', level: 'national', medium: 'newspaper', topic: ['transport'] }],
  ['11月2日开展应急疏散演练，参演150人', 'drill', { date: '2026-11-02', title: '应急疏散演练', category: 'evacuation', topic: ['emergency'], participants: 150 }],
  ['10月30日组织网络安全应急演练，60人参加', 'drill', { date: '2026-10-30', title: '网络安全应急演练', category: 'network-drill', topic: ['network-security', 'emergency'], participants: 60 }],
  ['11月10日检查发现机房未落实双人双锁，已于11月13日整改完成', 'finding', { date: '2026-11-10', title: '检查发现机房未落实双人双锁', status: 'closed', source: 'supervision', 'closed-on': '2026-11-13' }],
  ['10月22日开展节前安全检查，检查企业12家', 'inspection', { date: '2026-10-22', title: '节前安全检查', category: 'routine-inspection', audience: 'enterprises', objects: 12 }],
  ['11月18日局领导与新任职干部廉政谈话5人', 'talk', { date: '2026-11-18', title: '局领导与新任职干部廉政谈话', category: 'integrity-talk', topic: ['integrity'], leader: 'member', persons: 5 }],
  ['11月5日开展任前廉政谈话，谈话3人', 'talk', { date: '2026-11-05', title: '任前廉政谈话', category: 'integrity-talk', topic: ['integrity'], persons: 3 }],
  ['9月10日荣获市级文明单位称号', 'honour', { date: '2026-09-10', title: '市级文明单位称号', category: 'title', direction: 'received' }],
  ['11月11日发放网络安全宣传手册500份', 'material', { date: '2026-11-11', title: '发放网络安全宣传手册', category: 'brochure', topic: ['network-security'], quantity: 500 }],
  ['11月9日签订安全生产责任书32份', 'commitment', { date: '2026-11-09', title: '安全生产责任书', category: 'responsibility', topic: ['work-safety'], quantity: 32 }],
  ['11月14日发放调查问卷200份，收回186份', 'survey', { date: '2026-11-14', title: '发放调查问卷', issued: 200, returned: 186 }],
  ['11月17日接到群众来信反映公交站点设置问题', 'case', { date: '2026-11-17', title: '接到群众来信反映公交站点设置问题', channel: 'letter', domain: 'transport' }],
  ['11月16日组织开展“安全生产月”宣传活动，120人参加', 'activity', { date: '2026-11-16', title: '“安全生产月”宣传活动', category: 'publicity', topic: ['work-safety'], participants: 120 }],
  ['11月7日举办法治讲座，邀请律师授课，80人听讲', 'lecture', { date: '2026-11-07', title: '法治讲座', category: 'legal-lecture', leader: 'expert', attendees: 80 }],
  ['10月18日向市委报送意识形态工作责任制落实情况报告', 'duty-report', { date: '2026-10-18', title: '向市委报送意识形态工作责任制落实情况报告', category: 'written', level: 'city', topic: ['ideology'] }],
  ['11月21日党组听取意识形态工作汇报', 'work-report-heard', { date: '2026-11-21', title: '党组听取意识形态工作汇报', topic: ['ideology'] }],
  ['11月13日开展意识形态阵地排查，排查账号12个', 'channel-check', { date: '2026-11-13', title: '意识形态阵地排查', topic: ['ideology'], checked: 12 }],
  ['9月1日拨付农村公路养护资金350万元', 'fund', { date: '2026-09-01', title: '拨付农村公路养护资金350万元', category: 'grant', topic: ['transport'], amount: 350 }],
  ['11月22日调解物业纠纷一起，调解成功', 'dispute', { date: '2026-11-22', title: '调解物业纠纷一起', domain: 'property-management', quantity: 1 }],
  ['11月3日投入网络安全经费80万元', 'fund', { date: '2026-11-03', title: '投入网络安全经费80万元', category: 'investment', topic: ['network-security'], amount: 80 }],
  ['今天下午，办公室组织学习《保密法》，23人参加', 'study-session', { date: '2026-11-25', title: '学习《保密法》', topic: ['secrecy'], attendees: 23 }],
  ['去年12月30日召开年度工作会议，200余人参加', 'meeting', { date: '2025-12-30', title: '年度工作会议', category: 'annual-work-meeting', attendees: 200 }],
  ['12月28日召开民主生活会', 'meeting', { date: '2025-12-28', title: '民主生活会', category: 'democratic-life-meeting' }],
  ['２０２６年１１月５日召开专题会议', 'meeting', { date: '2026-11-05', title: '专题会议', category: 'special-meeting' }],
  ['召开会议', 'meeting', { date: '2026-11-25', title: '会议' }],
  ['11月5日通过视频会议形式召开调度会，30人参加', 'meeting', { date: '2026-11-05', title: '调度会', category: 'dispatch-meeting', form: 'video', attendees: 30 }],
  ['11月20日约谈2家运输企业', 'talk', { date: '2026-11-20', title: '约谈2家运输企业', category: 'interview', audience: 'enterprises' }],
  ['10月8日开展谈心谈话12人', 'talk', { date: '2026-10-08', title: '谈心谈话', category: 'heart-talk', persons: 12 }],
  ['11月23日收到锦旗一面', 'honour', { date: '2026-11-23', title: '锦旗一面', category: 'silk-banner' }],
  ['11月24日在局门户网站公开预算信息', 'publication', { date: '2026-11-24', title: '在局门户网站公开预算信息', channel: 'website', topic: ['budget-finance'] }],
  ['11月24日，宣传科上报信息1条，被市委网信办采用', 'briefing-submitted', { date: '2026-11-24', title: '信息1条', category: 'information', outcome: 'submitted', level: 'city', quantity: 1 }],
  ['11月22日开展志愿服务活动，30名志愿者参加', 'activity', { date: '2026-11-22', title: '志愿服务活动', category: 'volunteer', topic: ['volunteering'], audience: 'volunteers', volunteers: 30 }],
  ['11月18日发展党员2名', 'party-member-development', { date: '2026-11-18', title: '发展党员', stage: 'probationary', persons: 2 }],
  ['6月15日局党组听取网络安全工作专题汇报', 'work-report-heard', { date: '2026-06-15', title: '局党组听取网络安全工作专题汇报', topic: ['network-security'] }],
  ['11月3日召开新闻发布会', 'meeting', { date: '2026-11-03', title: '新闻发布会', category: 'press-conference' }],
  ['11月19日召开意识形态工作联席会议，8家单位20人参加，审议议题3个', 'meeting', { date: '2026-11-19', title: '意识形态工作联席会议', category: 'joint-meeting', topic: ['ideology'], attendees: 20, 'topics-count': 3 }],
]

describe('reading one sentence with the shipped packs', () => {
  it.each(said)('%s', (sentence, kind, fields) => {
    expect(read(sentence).kind).toBe(kind)
    expect(fieldsOf(sentence)).toMatchObject(fields)
  })

  it('finds no kind where nothing was done', () => {
    expect(read('天气不错')).toMatchObject({ kind: null, guesses: [] })
  })

  it('names other kinds it could be, and reads it as another when told so', () => {
    expect(read('11月19日局长接访，接待群众3批8人次').others).toContain('reception')
    expect(fieldsOf('11月19日局长接访，接待群众3批8人次', 'reception')).toMatchObject({ date: '2026-11-19' })
  })

  it('knows the unit by its name', () => {
    expect([read('今天办公室召开工作例会').unitId, read('宣传科昨天组织培训').unitId, read('今天召开例会').unitId]).toEqual(['office', 'publicity', null])
  })

  it('says where each guess was read', () => {
    const sentence = '3月5日召开网络安全专题会议，23人参加'
    const places = Object.fromEntries(read(sentence).guesses.map(({ field, start, end }) => [field, sentence.slice(start, end)]))
    expect(places).toMatchObject({ date: '3月5日', title: '网络安全专题会议', category: '专题会议', topic: '网络安全', attendees: '23人' })
  })

  it('stays quick on a hostile text', () => {
    for (const text of ['召'.repeat(500), '3月5日'.repeat(100), '《'.repeat(500), '2'.repeat(500), '第一'.repeat(250)]) expect(read(text).guesses.length).toBeLessThan(40)
  })
})
