import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '../../src/app.ts'
import { insideTransport } from '../../src/inside-transport.ts'
import { createAccess } from '../../src/modules/access/access.ts'
import { changePassword, openAccount, signIn } from '../../src/modules/access/contract.ts'
import { foundUnit } from '../../src/modules/org/actions.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import { adoptCatalogue } from '../../src/modules/records/adopt.ts'
import { draftReport } from '../../src/modules/reports/contract.ts'
import { importRecords } from '../../src/modules/records/import.ts'
import { SearchIndex } from '../../src/modules/records/list/search-index.ts'
import { createClient } from '../../src/platform/contract/client.ts'
import { uploadFile } from '../../src/platform/contract/upload.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openThrowAway } from '../../src/platform/database/throwaway.ts'
import { folderFileStore } from '../../src/platform/files/file-store.ts'
import { longReport } from '../fill/report.ts'
import { benchRecords, sourceFile } from './ledger.ts'

export interface BenchOffice {
  url: string
  app: App
  /** Of an administrator's session. */
  cookie: string
  unitIds: string[]
  /** Of a draft of 100 slots on a hundred pages. */
  draftId: string
  close(): Promise<void>
}

const token = 'bench'
const cookieName = 'taizhang-session'
const password = 'a password of its own'

/** An invented office of six units with so many records, imported and indexed as in use, served on this machine. */
export async function openOffice(records: number, webFolder: string, say: (line: string) => void): Promise<BenchOffice> {
  const database = await openThrowAway({ clock: systemClock })
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-bench-files-'))
  const { tenantId } = database
  const context = { tenantId, actor: 'bench' }
  const catalogue = await shippedCatalogue()
  const found = async (name: string, parentId: string | null) =>
    (await database.write(context, (tx) => foundUnit(tx, { name, type: 'section', parentId }))).unitId
  const bureau = await found('云江市交通运输局（虚构）', null)
  const unitIds = [bureau]
  for (const name of ['办公室', '法规科', '运输科', '安全科', '信息科']) unitIds.push(await found(name, bureau))
  await database.write(context, (tx) => adoptCatalogue(tx, catalogue))
  const imported = await timed(() =>
    importRecords(database, context, catalogue, { file: { name: '测速.xlsx', sha256: sourceFile }, records: benchRecords(catalogue, unitIds, records) }),
  )
  const indexed = await timed(() => new SearchIndex(database).follow(tenantId))
  say(`${records} records imported in ${(imported / 1000).toFixed(1)} s, indexed for search behind it in ${(indexed / 1000).toFixed(1)} s`)
  const access = createAccess({ database, tenantId, token })
  const app = await createApp({ database, clock: systemClock, tenantId, files: folderFileStore(folder), access, demo: false, webFolder })
  const url = await app.listen({ host: '127.0.0.1', port: Number(process.env['BENCH_PORT'] ?? 0) })
  return {
    url, app, unitIds, draftId: await longDraft(app, bureau), cookie: await administratorCookie(app),
    close: async () => {
      await app.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const hundredPages = 10

async function longDraft(app: App, unitId: string): Promise<string> {
  const transport = insideTransport(app, token)
  const report = await uploadFile(transport, '2025年报告.docx', longReport(hundredPages))
  return (await createClient(transport).call(draftReport, { body: { report, period: '2026', unitId } })).reportId
}

async function administratorCookie(app: App): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const opened = await app.inject({ method: 'POST', url: openAccount.path, headers, payload: { login: 'bench', roles: [{ role: 'administrator', unitId: null }] } })
  const { oneTimePassword } = opened.json<{ oneTimePassword: string }>()
  const first = await app.inject({ method: 'POST', url: signIn.path, payload: { login: 'bench', password: oneTimePassword } })
  const session = first.cookies.find(({ name }) => name === cookieName)?.value ?? ''
  await app.inject({ method: 'POST', url: changePassword.path, cookies: { [cookieName]: session }, payload: { oldPassword: oneTimePassword, newPassword: password } })
  const again = await app.inject({ method: 'POST', url: signIn.path, payload: { login: 'bench', password } })
  return again.cookies.find(({ name }) => name === cookieName)?.value ?? session
}

export { cookieName }

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return performance.now() - startedAt
}
