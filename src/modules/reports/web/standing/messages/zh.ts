/** Every text on where a record counts, in Chinese; `en.ts` must answer each of them. */
export const zh = {
  title: '算在哪里',
  metrics: (unit: string, year: string) => `${unit}${year}年的指标`,
  none: '眼下没有指标计入这条记录。',
  excluded: '剔除',
  noValue: '算不出',
  of: (numerator: string, denominator: string) => `${numerator} / ${denominator}`,
  reports: '已定稿的报告',
  noReports: '还没有已定稿的报告用到它。',
  figure: (number: string) => `第 ${number} 个数字`,
}
