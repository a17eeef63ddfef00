import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP } from 'node:net'
import { SendFailure } from './failure.ts'
import { reach } from './reach.ts'

const MOST_BYTES = 64 * 1024

export interface Bounds {
  /** Addresses inside the house that may be reached. */
  allowed: readonly string[]
  limitMs: number
}

/**
 * Posts JSON to an address outside and answers the JSON it gets. It connects to the very address that was checked,
 * follows no redirect, waits no longer than the limit and reads no more than 64 kB.
 *
 * @throws {SendFailure}; {Invalid} as `reach`
 */
export async function postJson(url: URL, body: object, { allowed, limitMs }: Bounds): Promise<unknown> {
  const { address, host, allowed: isNamed } = await reach(url.hostname, allowed)
  if (url.protocol !== 'https:' && !isNamed) throw new SendFailure('外部地址必须用 https://；只有允许的内部地址可以用 http://。')
  const bytes = Buffer.from(JSON.stringify(body))
  const options = {
    method: 'POST', host: address, port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`, agent: false, ...(isIP(host) === 0 ? { servername: host } : {}),
    headers: { host: url.host, 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, accept: 'application/json' },
  }
  return new Promise((resolve, reject) => {
    let connected = false
    const sending = url.protocol === 'https:' ? overHttps(options) : overHttp(options)
    const giveUp = (failure: Error) => {
      clearTimeout(limit)
      sending.destroy()
      reject(failure)
    }
    const limit = setTimeout(() => giveUp(new SendFailure(`对方 ${limitMs / 1000} 秒内没有答复`, { unsure: connected })), limitMs)
    sending.on('socket', (socket) => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (connected = true)))
    sending.on('error', (error) => giveUp(new SendFailure(`连接失败（${codeOf(error)}）`, { unsure: connected })))
    sending.on('response', (reply) => {
      read(reply).then((answer) => {
        clearTimeout(limit)
        resolve(answer)
      }, giveUp)
    })
    sending.end(bytes)
  })
}

async function read(reply: IncomingMessage): Promise<unknown> {
  const status = reply.statusCode ?? 0
  if (status >= 300 && status < 400) throw new SendFailure(`对方要求转到别的地址（HTTP ${status}），没有跟随。请填写最终地址。`)
  if (status !== 200) throw new SendFailure(`对方拒绝（HTTP ${status}）`)
  const parts: Buffer[] = []
  let size = 0
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST_BYTES) throw new SendFailure('对方的答复过长，无法辨认', { unsure: true })
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    throw new SendFailure('对方的答复无法辨认，可能不是群机器人的地址', { unsure: true })
  }
}

function codeOf(error: Error): string {
  return (error as { code?: string }).code ?? error.message.slice(0, 80)
}
