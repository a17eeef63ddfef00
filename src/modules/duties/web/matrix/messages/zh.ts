/** Texts of the matrix of duties and periods; `en.ts` must answer each of them. */
export const zh = {
  title: '责任',
  unit: '单位', below: '含下级', year: '年份', yearOf: (year: number) => `${year}年`, pack: '制度包', anyPack: '全部制度包', print: '打印',
  table: (year: number) => `${year}年责任事项与完成情况。方向键移动，回车打开。`,
  duty: '责任事项', month: (month: number) => `${month}月`,
  stateCount: (state: string, count: number) => `${state}${count}项`, comma: '，',
  cell: (duty: string, period: string, states: string) => `${duty}，${period}：${states}`,
  share: (done: number, total: number) => `${done}/${total}`,
  lateCount: (count: number) => `逾期${count}`,
  short: { 'not-begun': '未开始', 'under-way': '进行中', done: '完成', late: '逾期', 'not-applicable': '不适用', 'not-held': '未开展', 'done-late': '逾期完成', 'recorded-late': '按期·补录' },
  legend: '图例',
  legendOf: { 'not-begun': '未开始', 'under-way': '进行中', done: '按期完成', 'done-late': '逾期完成', late: '逾期', 'not-applicable': '不适用', 'not-held': '未开展' },
  cellTitle: (period: string) => `${period}的任务`,
  empty: {
    title: '这一年还没有任务',
    explain: '责任事项是制度规定单位应做的事：谁负责、多久一次、用什么记录证明。启用一个制度包的责任事项后，系统按周期派发任务，这里按月份列出完成情况。',
  },
  emptyReader: { title: '这一年还没有任务', explain: '换一个单位或年份；责任事项由负责人或管理员启用。' },
  takeOn: '启用责任事项',
}
