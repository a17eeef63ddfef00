import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface SchemaFile {
  version: number
  name: string
}

const FOLDER = new URL('../../../migrations/', import.meta.url)

/** The numbered migrations in order, `001-log.sql` being version 1, and the highest number. */
export async function schemaVersions(): Promise<{ files: SchemaFile[]; latest: number }> {
  const names = (await readdir(fileURLToPath(FOLDER))).filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name)).sort()
  const files = names.map((name) => ({ version: Number(name.slice(0, 3)), name }))
  return { files, latest: files.at(-1)?.version ?? 0 }
}

/** The text of a file of the migrations folder. */
export function readSchemaFile(name: string): Promise<string> {
  return readFile(new URL(name, FOLDER), 'utf8')
}
