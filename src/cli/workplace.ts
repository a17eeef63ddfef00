import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createAccess } from '../modules/access/access.ts'
import { shippedCatalogue } from '../modules/packs/shipped.ts'
import { systemClock, type Clock } from '../platform/clock.ts'
import { createClient, type Client, type Transport } from '../platform/contract/client.ts'
import { openThrowAway } from '../platform/database/throwaway.ts'
import { folderFileStore } from '../platform/files/file-store.ts'
import { createApp, type App } from '../app.ts'
import { openData, placeOfData } from '../data-folder.ts'
import { insideTransport } from '../inside-transport.ts'
import { serverFile } from '../server-file.ts'

/** Where a command does its work: the same contract, whoever answers it. */
export interface Workplace {
  client: Client
  transport: Transport
  close(): Promise<void>
}

/** The program itself over an empty database that is gone afterwards: for work from files. */
export async function openTemporaryWorkplace(clock: Clock = systemClock): Promise<Workplace> {
  readCatalogueMeanwhile()
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-files-'))
  const database = await openThrowAway({ clock })
  const app = await createApp({
    database,
    clock,
    tenantId: database.tenantId,
    files: folderFileStore(folder),
    access: createAccess({ database, tenantId: database.tenantId, token: insideToken }),
    demo: false,
  })
  return insideWorkplace(app, async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })
}

/** The data folder: through the server that holds it when one runs, else by opening it here. */
export async function openDataWorkplace(dataDir: string | undefined): Promise<Workplace> {
  const running = await findRunningServer(dataDir)
  if (running !== null) return outsideWorkplace(running)
  readCatalogueMeanwhile()
  const opened = await openData({ requested: dataDir, demo: false, clock: systemClock })
  const app = await createApp({
    ...opened,
    clock: systemClock,
    access: createAccess({ ...opened, token: insideToken }),
  })
  return insideWorkplace(app, opened.close)
}

/** Reads the packs while the database starts; whoever needs them awaits the same reading, and its failure. */
function readCatalogueMeanwhile(): void {
  shippedCatalogue().catch(() => undefined)
}

const insideToken = 'inside'

function insideWorkplace(app: App, closeRest: () => Promise<void>): Workplace {
  const transport = insideTransport(app, insideToken)
  return {
    transport,
    client: createClient(transport),
    close: async () => {
      await app.close()
      await closeRest()
    },
  }
}

const RunningServer = z.object({ url: z.url(), token: z.string(), pid: z.number().int() })

async function findRunningServer(dataDir: string | undefined) {
  const place = await placeOfData(dataDir, false)
  const text = await readFile(join(place.dataDir, serverFile), 'utf8').catch(() => null)
  if (text === null) return null
  const server = RunningServer.safeParse(parsed(text)).data
  if (server === undefined) return null
  const answers = await fetch(`${server.url}/api/status`, { headers: { authorization: `Bearer ${server.token}` } }).catch(() => null)
  return answers?.ok ? server : null
}

/** A file that a power failure cut short names no running server. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function outsideWorkplace({ url, token }: { url: string; token: string }): Workplace {
  const transport: Transport = async ({ method, path, json, bytes }) => {
    const type = bytes === undefined ? 'application/json' : 'application/octet-stream'
    const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json))
    const reply = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
    })
    return { status: reply.status, bytes: async () => new Uint8Array(await reply.arrayBuffer()), json: () => reply.json() }
  }
  return { transport, client: createClient(transport), close: async () => {} }
}
