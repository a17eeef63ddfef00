import { readFile, readdir } from 'node:fs/promises'
import { scanReport } from '../../src/engine/claims/scan.ts'
import { weights } from '../../src/engine/claims/weights.ts'
import { readReport } from '../../src/engine/docx/read-report.ts'
import { lexiconOf } from '../../src/modules/packs/lexicon.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import { totalOf } from './run.ts'
import { scoreReport, type Score, type Truth } from './score.ts'

type Weight = keyof typeof weights

const folders = ['./reports/', './unseen/', './unseen-second/', './reports-more/'].map((folder) => new URL(folder, import.meta.url))
const factors = [0.6, 0.8, 1, 1.25, 1.6]
const lexicon = lexiconOf(await shippedCatalogue())
const reports = (await Promise.all(folders.map(readFolder))).flat()
const shipped = { ...weights }

/** The score of each report for each value of each weight, the others as shipped. */
const tried = new Map<Weight, { value: number; scores: Score[] }[]>()
for (const weight of Object.keys(shipped) as Weight[]) {
  const values = factors.map((factor) => shipped[weight] * factor)
  tried.set(weight, values.map((value) => ({ value, scores: withWeights({ [weight]: value }, () => reports.map(scoreOf)) })))
}

const heldOut = reports.map((report, at) => {
  const chosen = Object.fromEntries([...tried].map(([weight, values]) => [weight, bestWithout(values, at, shipped[weight])]))
  return withWeights(chosen, () => scoreOf(report))
})

/** The value that reads most slots of the other reports rightly; the shipped one where none is better. */
function bestWithout(values: { value: number; scores: Score[] }[], left: number, usual: number): number {
  const right = ({ scores }: { scores: Score[] }) => totalOf(scores.filter((_, at) => at !== left)).meantRight
  const most = Math.max(...values.map(right))
  const best = values.filter((one) => right(one) === most)
  return best.some(({ value }) => value === usual) ? usual : (best[0]?.value ?? usual)
}

function withWeights<Result>(changed: Partial<Record<Weight, number>>, run: () => Result): Result {
  Object.assign(weights, changed)
  try {
    return run()
  } finally {
    Object.assign(weights, shipped)
  }
}

async function readFolder(folder: URL): Promise<{ paragraphs: { line: number; text: string }[]; truth: Truth[] }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  return Promise.all(names.map(async (name) => ({
    paragraphs: readReport(name, await readFile(new URL(name, folder))).paragraphs,
    truth: (JSON.parse(await readFile(new URL(name.replace('.txt', '.truth.json'), folder), 'utf8')) as { slots: Truth[] }).slots,
  })))
}

function scoreOf({ paragraphs, truth }: (typeof reports)[number]): Score {
  return scoreReport(scanReport(paragraphs, lexicon), truth).score
}

function print(name: string, scores: Score[]): void {
  const { facetsRight, bindable, meantRight, meant } = totalOf(scores)
  process.stdout.write(`${name}: metric and facets right ${share(facetsRight, bindable)}, bound or rightly proposed ${share(meantRight, meant)}\n`)
}

const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}% (${part} of ${whole})`

print('weights as shipped', reports.map(scoreOf))
print('chosen without the report scored', heldOut)
