import { createServer } from 'node:net'
import { join } from 'node:path'

/** Where the server listens: a socket folder, or a port of the loopback interface. */
export type Endpoint = { socketFolder: string; port: number } | { socketFolder: null; port: number }

// The kernel keeps 108 bytes for the path of a socket (104 on macOS), its closing zero included.
const LONGEST_SOCKET_PATH = 103
const SOCKET_PORT = 5432

/** A unix socket in `folder`, or the loopback interface where sockets do not exist or their path is too long. */
export async function chooseEndpoint(folder: string): Promise<Endpoint> {
  const path = join(folder, `.s.PGSQL.${SOCKET_PORT}`)
  if (process.platform !== 'win32' && Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) {
    return { socketFolder: folder, port: SOCKET_PORT }
  }
  return { socketFolder: null, port: await freePort() }
}

/** The connection URL of a role. */
export function connectionUrl(endpoint: Endpoint, role: string, password: string, database: string): string {
  const query = endpoint.socketFolder === null ? '' : `?host=${encodeURIComponent(endpoint.socketFolder)}`
  return `postgres://${role}:${password}@127.0.0.1:${endpoint.port}/${database}${query}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
