import { Conflict, Invalid, NotAllowed, NotFound, TaizhangError } from '../errors.ts'
import type { CallOf, Endpoint, ReplyOf } from './endpoint.ts'

export interface WireRequest {
  method: 'GET' | 'POST'
  path: string
  json?: unknown
  bytes?: Uint8Array
}

export interface WireReply {
  status: number
  bytes(): Promise<Uint8Array>
  json(): Promise<unknown>
}

/** How a request travels: `fetch` in the browser and to a running server, `inject` inside the program. */
export type Transport = (request: WireRequest) => Promise<WireReply>

export interface Client {
  call<E extends Endpoint>(target: E, input: CallOf<E>): Promise<ReplyOf<E>>
}

export function createClient(transport: Transport): Client {
  return {
    async call(target, input) {
      const parts = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
      const reply = await transport({
        method: target.method,
        path: addressOf(target.path, parts.params ?? {}, parts.query ?? {}),
        json: target.method === 'POST' ? (parts.body ?? {}) : undefined,
      })
      await readReply(reply)
      return (target.reply === 'bytes' ? await reply.bytes() : await reply.json()) as never
    },
  }
}

/** The reply itself, or the error it carries, thrown as the kind it was on the other side. */
export async function readReply(reply: WireReply): Promise<WireReply> {
  if (reply.status >= 400) throw errorOf(reply.status, await reply.json())
  return reply
}

export function addressOf(path: string, params: Record<string, unknown>, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  if (asked.length === 0) return filled
  return `${filled}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`
}

const errorByStatus = { 400: Invalid, 403: NotAllowed, 404: NotFound, 409: Conflict } as const

function errorOf(status: number, body: unknown): Error {
  const { code, message, details } = (body ?? {}) as { code?: string; message?: string; details?: Record<string, unknown> }
  const Kind = errorByStatus[status as keyof typeof errorByStatus] ?? TaizhangError
  return new Kind(code ?? 'unexpected', message ?? `服务器返回 ${status}`, details)
}
