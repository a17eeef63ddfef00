import { createClient, type Transport } from '../../platform/contract/client.ts'
import { TaizhangError } from '../../platform/errors.ts'
import { noteAnswer } from './connection.ts'
import { isLostSession, signedInAgain } from './expiry.ts'

/**
 * How requests of the page travel. A server that does not answer becomes an error with the code `unreachable`; a session
 * that ended in the meantime is taken up again over the page, and the request is sent once more.
 */
const transport: Transport = async ({ method, path, json, bytes }) => {
  const request: RequestInit = {
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
    ...(bytes === undefined ? {} : { body: new Blob([bytes.slice()]), headers: { 'content-type': 'application/octet-stream' } }),
  }
  const first = await send(path, request)
  const reply = (await hasNoSession(first)) && (await signedInAgain()) ? await send(path, request) : first
  return {
    status: reply.status,
    bytes: async () => new Uint8Array(await reply.arrayBuffer()),
    json: () => reply.json() as Promise<unknown>,
  }
}

/** The server, as every page calls it: through the endpoints of the contracts. */
export const server = createClient(transport)

async function send(path: string, request: RequestInit): Promise<Response> {
  const reply = await fetch(path, request).catch(() => null)
  // A proxy answers for a server that is away.
  const answered = reply !== null && ![502, 503, 504].includes(reply.status)
  noteAnswer(answered)
  if (!answered || reply === null) throw new TaizhangError('unreachable', '连不上服务器')
  return reply
}

async function hasNoSession(reply: Response): Promise<boolean> {
  if (reply.status !== 403) return false
  const { code } = (await reply.clone().json().catch(() => ({}))) as { code?: string }
  return isLostSession(code)
}
