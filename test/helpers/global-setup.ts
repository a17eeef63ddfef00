import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'
import { startEmbedded } from '../../src/platform/database/embedded/start.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { roleOf } from '../../src/platform/database/role.ts'
import { dropDatabase } from './drop-database.ts'
import { onDatabase } from './urls.ts'

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string
    ownerUrl: string
    templateName: string
  }
}

/**
 * Provides one PostgreSQL for the whole run, with a migrated template that each test file clones: the server of
 * DATABASE_URL and DATABASE_OWNER_URL (the owner may create databases) where both are given, else an embedded one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env
  const server =
    DATABASE_URL !== undefined && DATABASE_OWNER_URL !== undefined
      ? { url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL, stop: async () => undefined }
      : await startTemporary()
  const templateName = `taizhang_test_${process.pid}_${Date.now()}`
  const owner = new pg.Client({ connectionString: server.ownerUrl })
  await owner.connect()
  await owner.query(`create database ${templateName}`)
  await migrate(onDatabase(server.ownerUrl, templateName), await roleOf(server.url))

  project.provide('appUrl', server.url)
  project.provide('ownerUrl', server.ownerUrl)
  project.provide('templateName', templateName)
  return async () => {
    await dropAll(owner, templateName)
    await owner.end()
    await server.stop()
  }
}

async function startTemporary() {
  const folder = await makeTemporaryFolder('taizhang-test-')
  const server = await startEmbedded({ dataDir: folder, durable: false })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function dropAll(owner: pg.Client, prefix: string): Promise<void> {
  const { rows } = await owner.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await dropDatabase(owner, datname)
}
