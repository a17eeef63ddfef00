export type Language = 'zh' | 'en'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A date 'YYYY-MM-DD' as people read it: 2026年3月5日, 5 March 2026. Anything else is shown as it is. */
export function readableDate(date: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (found === null) return date
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1] ?? month} ${year}`
}

/** An ISO moment on the clock of the person who reads it, to the minute. */
export function readableMoment(moment: string, language: Language): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  const date = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
  return `${readableDate(date, language)} ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

/** A period as written in requests ('2026', '2026H1', '2026Q3', '2026-05', 'from..to') in words. */
export function readablePeriod(period: string, language: Language): string {
  const [from, to] = period.split('..')
  if (from !== undefined && to !== undefined) {
    return language === 'zh' ? `${readableDate(from, 'zh')}至${readableDate(to, 'zh')}` : `${readableDate(from, 'en')} to ${readableDate(to, 'en')}`
  }
  const found = /^(\d{4})(?:H([12])|Q([1-4])|-(\d{2}))?$/.exec(period)
  if (found === null) return readableDate(period, language)
  const [, year = '', half, quarter, month] = found
  return language === 'zh' ? chinesePeriod(year, half, quarter, month) : englishPeriod(year, half, quarter, month)
}

function chinesePeriod(year: string, half?: string, quarter?: string, month?: string): string {
  if (half !== undefined) return `${year}年${half === '1' ? '上' : '下'}半年`
  if (quarter !== undefined) return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`
}

function englishPeriod(year: string, half?: string, quarter?: string, month?: string): string {
  if (half !== undefined) return `${half === '1' ? 'first' : 'second'} half of ${year}`
  if (quarter !== undefined) return `Q${quarter} ${year}`
  return month === undefined ? year : `${months[Number(month) - 1] ?? month} ${year}`
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

export function readableNumber(value: number): string {
  return grouped.format(value)
}

/** A size in bytes as people say it: 320 kB, 1.4 MB. */
export function readableSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
}

/** The first characters of a hash: enough to compare two papers by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
