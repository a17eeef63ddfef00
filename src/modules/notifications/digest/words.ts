import type { Digest } from '../contract/personal.ts'

export interface Told {
  title: string
  content: string
}

/** A digest as a mail in Chinese. */
export function digestWords({ on, counts, ...groups }: Digest, publicUrl: string): Told {
  const named = [
    ['逾期', groups.late, counts.late], ['7 日内到期', groups.due, counts.due],
    ['等您批准', groups.approvals, counts.approvals], ['新移交给您', groups.handedOver, counts.handedOver],
  ] as const
  const present = named.filter(([, , count]) => count > 0)
  const parts = present.map(([name, lines, count]) => {
    const more = count > lines.length ? [`……另有 ${count - lines.length} 项，见工作台`] : []
    return [`${name}（${count} 项）`, ...lines.map(lineWords), ...more].join('\n')
  })
  return {
    title: `${dateWords(on)}待办：${present.map(([name, , count]) => `${name} ${count} 项`).join('，')}`,
    content: [...parts, footer(publicUrl)].join('\n\n'),
  }
}

/** What a group is told of its unit: counts and titles, nobody's name. */
export function groupWords({ unit, late, due, titles }: { unit: string; late: number; due: number; titles: string[] }, publicUrl: string): Told {
  const counts = `7 日内到期 ${due} 项，逾期 ${late} 项`
  const lines = [`【${unit}】${counts}`, ...titles.map((title) => `· ${title}`), ...(publicUrl === '' ? [] : [`工作台：${at(publicUrl, '/workbench')}`])]
  return { title: `${unit}：${counts}`, content: lines.join('\n') }
}

export function noticeWords(title: string, text: string, publicUrl: string): Told {
  return { title, content: `${text}\n\n${footer(publicUrl)}` }
}

export function dateWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function lineWords({ title, unit, dueOn, lateDays }: Digest['late'][number]): string {
  return `· ${title}（${unit}）${dateWords(dueOn)}到期${lateDays > 0 ? `，已逾期 ${lateDays} 天` : ''}`
}

function footer(publicUrl: string): string {
  const where = publicUrl === '' ? '' : `工作台：${at(publicUrl, '/workbench')}\n`
  return `${where}提醒的时间和方式可在“我的账户 · 提醒”里修改或关闭。`
}

function at(publicUrl: string, path: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${path}`
}
