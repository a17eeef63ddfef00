import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { Invalid } from '../../platform/errors.ts'

/** What of a channel is secret. */
export interface ChannelSecrets {
  password?: string
  url?: string
  signingSecret?: string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals secrets so that only who holds the key of the data folder can read them; bound to their channel. */
export function seal(key: string | undefined, channelId: string, secrets: ChannelSecrets): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce).setAAD(Buffer.from(channelId))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws {Invalid} `secret-unreadable` where the key is another one, as after restoring to another place */
export function unseal(key: string | undefined, channelId: string, sealed: Buffer | null): ChannelSecrets {
  if (sealed === null) return {}
  try {
    const opener = createDecipheriv('aes-256-gcm', keyOf(key), sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(channelId))
    opener.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const text = Buffer.concat([opener.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), opener.final()]).toString('utf8')
    return JSON.parse(text) as ChannelSecrets
  } catch {
    throw new Invalid('secret-unreadable', '保存的密码或密钥打不开：数据目录的密钥已更换。请在这个渠道里重新填写。')
  }
}

function keyOf(key: string | undefined): Buffer {
  if (key === undefined) throw new Invalid('no-secret-key', '没有可用的密钥，密码和密钥无法安全保存。请用 bin/taizhang start 启动程序。')
  return createHash('sha256').update(`taizhang.channels ${key}`).digest()
}
