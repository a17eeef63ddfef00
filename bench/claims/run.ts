import { readFile, readdir } from 'node:fs/promises'
import { scanReport } from '../../src/engine/claims/scan.ts'
import { readReport } from '../../src/engine/docx/read-report.ts'
import { lexiconOf } from '../../src/modules/packs/lexicon.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import { emptyScore, scoreReport, type Score, type Truth } from './score.ts'

const sets = {
  tuned: new URL('./reports/', import.meta.url),
  unseen: new URL('./unseen/', import.meta.url),
  'unseen second': new URL('./unseen-second/', import.meta.url),
  more: new URL('./reports-more/', import.meta.url),
  'unseen third': new URL('./unseen-third/', import.meta.url),
}

/** Scans every labelled report of a folder and scores it; without one, those the recogniser was tuned on. */
export async function scoreAll(folder = sets.tuned): Promise<{ register: string; score: Score; misses: string[] }[]> {
  const lexicon = lexiconOf(await shippedCatalogue())
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  return Promise.all(
    names.map(async (name) => {
      const register = name.replace('.txt', '')
      const { paragraphs } = readReport(name, await readFile(new URL(name, folder)))
      const truth = JSON.parse(await readFile(new URL(`${register}.truth.json`, folder), 'utf8')) as { slots: Truth[] }
      return { register, ...scoreReport(scanReport(paragraphs, lexicon), truth.slots) }
    }),
  )
}

export function totalOf(scores: Score[]): Score {
  const total = emptyScore()
  for (const score of scores) for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key]
  return total
}

export const ratiosOf = (score: Score) => ({
  'missing found': score.missingFound / score.missing,
  'found false': score.falseMissing / score.reportedMissing,
  'kind right': score.kindRight / score.slots,
  'form right': score.formRight / score.figures,
  'metric right': score.metricRight / score.bindable,
  'metric and facets right': score.facetsRight / score.bindable,
  'bound or rightly proposed': score.meantRight / score.meant,
})

function print(register: string, score: Score): void {
  const cells = Object.entries(ratiosOf(score)).map(([name, ratio]) => `${name} ${Number.isFinite(ratio) ? (ratio * 100).toFixed(1) : '—'}%`)
  process.stdout.write(`${register.padEnd(20)} ${cells.join('  ')}\n`)
}

if (process.argv[1]?.endsWith('bench/claims/run.ts')) {
  const asked = process.argv[2]
  for (const [set, folder] of Object.entries(sets)) {
    const results = await scoreAll(folder)
    for (const { register, score, misses } of results) {
      print(register, score)
      if (asked === '--misses' || asked === register) for (const miss of misses) process.stdout.write(`    ${miss}\n`)
    }
    print(`total ${set}`, totalOf(results.map(({ score }) => score)))
  }
}
