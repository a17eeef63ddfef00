import { randomUUID } from 'node:crypto'
import { Conflict, Invalid, NotAllowed, NotFound, TaizhangError } from '../errors.ts'

/** Translates an error once for HTTP; what nobody planned for gets a reference instead of its inside. */
export function statusOf(error: unknown): { status: number; body: { code: string; message: string; details: object } } {
  if (error instanceof TaizhangError) {
    return { status: numberOf(error), body: { code: error.code, message: error.message, details: error.details } }
  }
  const known = error as { statusCode?: number; code?: string }
  if (known.statusCode === 413) return answer(413, 'too-large', '提交的内容太大')
  if (known.statusCode !== undefined && known.statusCode < 500) return answer(known.statusCode, 'request-invalid', '请求无法识别')
  const reference = randomUUID().slice(0, 8)
  process.stderr.write(`[${reference}] ${error instanceof Error ? error.stack : String(error)}\n`)
  return answer(500, 'unexpected', `程序出错，编号 ${reference}；日志中有同一编号的说明`)
}

function numberOf(error: TaizhangError): number {
  if (error instanceof Invalid) return 400
  if (error instanceof NotAllowed) return 403
  if (error instanceof NotFound) return 404
  if (error instanceof Conflict) return 409
  return 500
}

function answer(status: number, code: string, message: string) {
  return { status, body: { code, message, details: {} } }
}
