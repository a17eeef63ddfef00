import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Invalid } from '../platform/errors.ts'

export interface NamedFile {
  name: string
  bytes: Uint8Array
}

const limitBytes = 512 * 1024 * 1024

/** Reads a file named on the command line; the error names the path and what is wrong with it. */
export async function readNamedFile(path: string): Promise<NamedFile> {
  const found = await stat(path).catch(() => {
    throw new Invalid('file-missing', `找不到文件：${path}`)
  })
  if (!found.isFile()) throw new Invalid('not-a-file', `${path} 不是文件`)
  if (found.size > limitBytes) throw new Invalid('file-too-large', `${path} 超过上限 ${limitBytes / 1024 / 1024} MB`)
  return { name: basename(path), bytes: await readFile(path) }
}

/** A ledger: one workbook or table, or a folder of them, in the order of their names. */
export async function readLedgerFiles(paths: string[]): Promise<NamedFile[]> {
  const files = []
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new Invalid('file-missing', `找不到台账：${path}`)
    })
    if (!found.isDirectory()) {
      files.push(await readNamedFile(path))
      continue
    }
    const names = (await readdir(path)).filter((name) => /\.(xlsx|xls|csv)$/i.test(name) && !name.startsWith('~$')).sort()
    if (names.length === 0) throw new Invalid('ledger-empty', `文件夹 ${path} 中没有 .xlsx 或 .csv 台账`)
    for (const name of names) files.push(await readNamedFile(join(path, name)))
  }
  return files
}
