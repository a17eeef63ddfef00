import { dateWords, stretchWords, weekdayWords, type Language } from './date-words.ts'
import { addDays, yearOf } from './days.ts'
import type { StandsStill, Step, WorkedOut } from './terms.ts'

const english: Record<string, string> = {
  周末: 'weekend', 周期首日: 'first day of the period', 周期末日: 'last day of the period', 规定日期: 'day named by the rule',
  元旦: 'New Year', 春节: 'Spring Festival', 清明节: 'Qingming', 劳动节: 'Labour Day', 端午节: 'Dragon Boat Festival', 中秋节: 'Mid-Autumn Festival', 国庆节: 'National Day',
}

/** How a date was worked out, as the lines a page prints; days that follow each other and have one reason share a line. */
export function describeSteps({ due, steps, unannounced }: WorkedOut | StandsStill, language: Language): string[] {
  const year = yearOf((steps[0]?.at ?? due ?? '1970').slice(0, 10))
  const lines = stretchesOf(steps).map((stretch) => lineOf(stretch, steps, year, due, language)).filter((line) => line !== null)
  const editions = [...new Set(steps.filter((step) => step.unannounced === undefined).flatMap(({ edition }) => edition ?? []))]
  if (language === 'zh') {
    if (editions.length > 0) lines.push(`放假安排按${editions.join('、')}`)
    if (unannounced.length > 0) lines.push(`${unannounced.join('年、')}年尚无放假通知，只按法定节假日计算，届时可能变动`)
  } else {
    if (editions.length > 0) lines.push(`Rest days as announced in ${editions.join(', ')}`)
    if (unannounced.length > 0) lines.push(`No notice yet for ${unannounced.join(', ')}: only statutory rest days are known, and the date may move`)
  }
  return lines
}

/** Steps of one sort and reason on days that follow each other, backward or forward. */
interface Stretch {
  what: Step['what']
  why: string
  from: string
  to: string
}

function stretchesOf(steps: Step[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { what, why, at, until = at } of steps) {
    const last = stretches.at(-1)
    const alike = last !== undefined && last.what === what && last.why === why && (what === 'skipped-rest-day' || what === 'rolled')
    if (alike && addDays(last.to, 1) === at) last.to = until
    else if (alike && addDays(last.from, -1) === at) last.from = at
    else stretches.push({ what, why, from: at, to: until })
  }
  return stretches
}

function lineOf({ what, why, from, to }: Stretch, steps: Step[], year: number, due: string | null, language: Language): string | null {
  if (what === 'counted-from') return null
  const chinese = language === 'zh'
  const name = chinese ? why : nameInEnglish(why)
  if (what === 'start') return startLine(from, name, steps, language)
  if (what === 'due') return chinese ? `到期：${dateWords(from, 'zh')}（${weekdayWords(from.slice(0, 10), 'zh')}）` : `Due: ${weekdayWords(from.slice(0, 10), 'en')} ${dateWords(from, 'en')}`
  const days = stretchWords(from, to, year, language)
  switch (what) {
    case 'skipped-rest-day': return chinese ? `${days}为${name}，不计` : `${days}: ${name}, not counted`
    case 'worked-make-up-day': return chinese ? `${days}（${weekdayWords(from, 'zh')}）调休上班，计入` : `${days} (${weekdayWords(from, 'en')}): make-up working day, counted`
    case 'paused': return pauseLine(days, name, steps.some((step) => step.what === 'paused' && step.at === from && step.until === undefined), chinese)
    case 'rolled': {
      const forward = due !== null && due > from
      return chinese ? `末日逢${name}（${days}），${forward ? '顺延' : '提前'}` : `the last day is a rest day (${days}: ${name}), moved ${forward ? 'forward' : 'back'}`
    }
  }
}

function startLine(at: string, why: string, steps: Step[], language: Language): string {
  const counted = steps.find((step) => step.what === 'counted-from')?.why
  if (language === 'zh') {
    const firstDay = counted === undefined ? '' : counted === 'included' ? '，首日计入' : '，首日不计'
    return `从${dateWords(at, 'zh')}起算${firstDay}${why === '' ? '' : `（${why}）`}`
  }
  const firstDay = counted === undefined ? '' : counted === 'included' ? ', first day counted' : ', first day not counted'
  return `Counted from ${dateWords(at, 'en')}${firstDay}${why === '' ? '' : ` (${why})`}`
}

function pauseLine(days: string, reason: string, open: boolean, chinese: boolean): string {
  if (open) return chinese ? `${days}起中止（${reason}），尚未恢复，暂无到期日` : `stands still from ${days} (${reason}), with no end yet: nothing is due`
  return chinese ? `${days}中止（${reason}），不计` : `${days}: stands still (${reason}), not counted`
}

/** 国庆节、中秋节 in English; a name that is not known stays as it is. */
function nameInEnglish(name: string): string {
  const parts = name.split('、')
  return parts.every((part) => english[part] !== undefined) ? parts.map((part) => english[part]).join(' and ') : name
}
