import { useState } from 'react'
import { Dropzone } from '../../../web/ui/dropzone.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { useUpload, type StoredFile } from '../../../web/ui/use-upload.ts'
import { texts } from './texts.ts'

const limitBytes = 200 * 1024 * 1024

/** Takes the files of a ledger to the server. */
export function LedgerDrop({ onFiles }: { onFiles(files: StoredFile[]): void }) {
  const text = useText(texts)
  const upload = useUpload()
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (files: File[]) => {
    setProblem(null)
    try {
      const stored: StoredFile[] = []
      for (const file of files) stored.push(await upload.send(file))
      onFiles(stored)
    } catch (error) {
      if ((error as { code?: string }).code !== 'cancelled') setProblem(error)
    }
  }
  return (
    <>
      <Dropzone title={text.drop} hint={text.dropHint} accept=".xlsx,.csv" limitBytes={limitBytes} several upload={upload} onFiles={(files) => void send(files)} />
      {problem !== null && <Failure error={problem} retry={() => setProblem(null)} />}
    </>
  )
}
