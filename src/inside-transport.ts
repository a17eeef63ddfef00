import type { App } from './app.ts'
import type { Transport } from './platform/contract/client.ts'

/** Requests answered by an application of this same process, as whoever holds the token. */
export function insideTransport(app: App, token: string): Transport {
  return async ({ method, path, json, bytes }) => {
    const reply = await app.inject({
      method,
      url: path,
      headers: { authorization: `Bearer ${token}`, ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }) },
      ...(bytes === undefined ? (json === undefined ? {} : { payload: json as object }) : { payload: Buffer.from(bytes) }),
    })
    return { status: reply.statusCode, bytes: async () => reply.rawPayload, json: async () => JSON.parse(reply.payload) as unknown }
  }
}
