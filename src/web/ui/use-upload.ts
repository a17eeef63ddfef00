import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { readReply } from '../../platform/contract/client.ts'
import { TaizhangError } from '../../platform/errors.ts'
import { noteAnswer } from './connection.ts'
import { isLostSession, signedInAgain } from './expiry.ts'

/** A file that the server holds, as endpoints name it. */
export interface StoredFile {
  name: string
  sha256: string
}

export interface Upload {
  /** The file on its way, and how much of it has arrived; null when none is. */
  sending: { name: string; sentBytes: number; bytes: number } | null
  /** Sends a file. Throws what the server refused, or a cancelled error with the code `cancelled`. */
  send(file: File): Promise<StoredFile>
  cancel(): void
}

const Stored = z.object({ sha256: z.string() })

/** Sends files one at a time and says how far each is; leaving the page stops the sending. */
export function useUpload(): Upload {
  const [sending, setSending] = useState<Upload['sending']>(null)
  const running = useRef<XMLHttpRequest | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const sendOnce = async (file: File) => {
    const request = new XMLHttpRequest()
    running.current = request
    setSending({ name: file.name, sentBytes: 0, bytes: file.size })
    request.upload.addEventListener('progress', ({ loaded }) => setSending({ name: file.name, sentBytes: loaded, bytes: file.size }))
    return sent(request, file).finally(() => setSending(null))
  }
  const send = (file: File) =>
    sendOnce(file).catch(async (error: unknown) => {
      const isLost = error instanceof TaizhangError && isLostSession(error.code)
      if (isLost && (await signedInAgain())) return sendOnce(file)
      throw error
    })
  return { sending, send, cancel: () => running.current?.abort() }
}

async function sent(request: XMLHttpRequest, file: File): Promise<StoredFile> {
  request.responseType = 'arraybuffer'
  request.open('POST', '/api/files')
  request.setRequestHeader('content-type', 'application/octet-stream')
  await new Promise<void>((resolve, reject) => {
    request.addEventListener('load', () => resolve())
    request.addEventListener('error', () => {
      noteAnswer(false)
      reject(new TaizhangError('unreachable', '连不上服务器'))
    })
    request.addEventListener('abort', () => reject(new TaizhangError('cancelled', '已取消')))
    request.send(file)
  })
  const bytes = new Uint8Array(request.response as ArrayBuffer)
  const json = async () => JSON.parse(new TextDecoder().decode(bytes)) as unknown
  await readReply({ status: request.status, bytes: async () => bytes, json })
  return { name: file.name, sha256: Stored.parse(await json()).sha256 }
}
