import { createHmac } from 'node:crypto'
import type { ChannelKind } from '../contract/channels.ts'
import type { ChannelSecrets } from '../secrets.ts'
import { SendFailure } from './failure.ts'
import { postJson, type Bounds } from './post-json.ts'

export type RobotKind = Exclude<ChannelKind, 'mail'>

interface Dialect {
  /** The address and body of a message, signed where the robot demands it. */
  message(url: URL, text: string, secret: string | undefined, now: Date): { url: URL; body: object }
  /** Where the answer carries its code; 0 is success. */
  code: 'errcode' | 'code'
}

const dialects: Record<RobotKind, Dialect> = {
  wecom: { message: (url, text) => ({ url, body: { msgtype: 'text', text: { content: text } } }), code: 'errcode' },
  dingtalk: {
    message(url, text, secret, now) {
      const signed = new URL(url)
      if (secret !== undefined) {
        const timestamp = String(now.getTime())
        signed.searchParams.set('timestamp', timestamp)
        signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
      }
      return { url: signed, body: { msgtype: 'text', text: { content: text } } }
    },
    code: 'errcode',
  },
  feishu: {
    message(url, text, secret, now) {
      const timestamp = String(Math.floor(now.getTime() / 1000))
      // Feishu takes time and secret together as the key and signs nothing.
      const signature = secret === undefined ? {} : { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }
      return { url, body: { ...signature, msg_type: 'text', content: { text } } }
    },
    code: 'code',
  },
}

/** Says a text in a group through its robot. @throws as `postJson` */
export async function sayToGroup(kind: RobotKind, text: string, { url, signingSecret }: ChannelSecrets, now: Date, bounds: Bounds): Promise<void> {
  if (url === undefined || !URL.canParse(url)) throw new SendFailure('还没有填写机器人的地址')
  const dialect = dialects[kind]
  const message = dialect.message(new URL(url), text, signingSecret, now)
  const answer = await postJson(message.url, message.body, bounds)
  const { [dialect.code]: code, errmsg, msg } = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>
  if (code !== 0) throw new SendFailure(`机器人拒绝（${String(code ?? '无代码')}）：${String(errmsg ?? msg ?? '').slice(0, 200)}`)
}
