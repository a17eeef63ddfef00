/** An invented bureau in an invented city. Any likeness is chance. */
export const bureau = {
  name: '云江市交通运输局（演示，虚构）',
  unit: '云江市交通运输局',
  sections: ['办公室', '党建人事科', '运输管理科', '工程建设科', '安全监督科', '交通执法支队'],
  from: '2024-01-02',
  to: '2026-11-20',
} as const

export type Section = (typeof bureau.sections)[number]

/** A record as an office would enter it, and the day on which somebody did. */
export interface DemoRecord {
  kind: string
  section: Section
  fields: Record<string, string | number | string[]>
  enteredOn: string
}
