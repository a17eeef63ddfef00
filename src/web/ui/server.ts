import { createClient, type Transport } from '../../platform/contract/client.ts'
import { TaizhangError } from '../../platform/errors.ts'

/** How requests of the page travel; a server that does not answer becomes an error with the code `unreachable`. */
const transport: Transport = async ({ method, path, json, bytes }) => {
  const reply = await send(path, {
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
    ...(bytes === undefined ? {} : { body: new Blob([bytes.slice()]), headers: { 'content-type': 'application/octet-stream' } }),
  })
  return {
    status: reply.status,
    bytes: async () => new Uint8Array(await reply.arrayBuffer()),
    json: () => reply.json() as Promise<unknown>,
  }
}

/** The server, as every page calls it: through the endpoints of the contracts. */
export const server = createClient(transport)

async function send(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request)
  } catch {
    throw new TaizhangError('unreachable', '连不上服务器')
  }
}
