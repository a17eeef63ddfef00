import { importLedger } from '../modules/exchange/contract.ts'
import { uploadFile } from '../platform/contract/upload.ts'
import type { Terminal } from './command.ts'
import type { NamedFile } from './read-files.ts'
import type { Workplace } from './workplace.ts'

export interface SentFile {
  name: string
  sha256: string
}

/** Sends the files of a ledger and answers how endpoints name them. */
export async function sendLedger({ transport }: Workplace, ledger: NamedFile[]): Promise<SentFile[]> {
  const files = []
  for (const { name, bytes } of ledger) files.push(await uploadFile(transport, name, bytes))
  return files
}

/** Imports a ledger into the workplace of a command and says how it was understood; dates without a year are of `year`. */
export async function bringLedger(workplace: Workplace, ledger: NamedFile[], year: number | undefined, terminal: Terminal): Promise<SentFile[]> {
  terminal.progress('正在读入台账…')
  const files = await sendLedger(workplace, ledger)
  terminal.signal.throwIfAborted()
  const { lines } = await workplace.client.call(importLedger, { body: { files, year } })
  for (const line of lines) terminal.tell(line)
  return files
}
