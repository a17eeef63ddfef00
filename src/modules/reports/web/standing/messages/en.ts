import type { zh } from './zh.ts'

export const en: typeof zh = {
  title: 'Where it counts',
  metrics: (unit, year) => `Metrics of ${unit} in ${year}`,
  none: 'No metric counts this record at present.',
  excluded: 'left out',
  noValue: 'cannot be computed',
  of: (numerator, denominator) => `${numerator} / ${denominator}`,
  reports: 'Issued reports',
  noReports: 'No issued report stands on it yet.',
  figure: (number) => `figure ${number}`,
}
