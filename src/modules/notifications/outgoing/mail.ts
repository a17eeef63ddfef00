import { createTransport } from 'nodemailer'
import type { MailSettings } from '../contract/channels.ts'
import type { ChannelSecrets } from '../secrets.ts'
import { SendFailure } from './failure.ts'
import type { Bounds } from './post-json.ts'
import { reach } from './reach.ts'

export interface Letter {
  to: string
  title: string
  text: string
  /** The same for the same thing, so that a mailbox that gets it twice can tell. */
  messageId: string
}

/** Sends a mail through the server of the office. @throws {SendFailure}; {Invalid} as `reach` */
export async function sendMail(settings: MailSettings, { password }: ChannelSecrets, { to, title, text, messageId }: Letter, { allowed, limitMs }: Bounds): Promise<void> {
  const { address, host, allowed: isNamed } = await reach(settings.host, allowed)
  if (settings.security === 'none' && !isNamed) throw new SendFailure('外部的邮件服务器必须加密；只有允许的内部服务器可以不加密。')
  const progress = { handedOver: false }
  const transport = createTransport({
    host: address, port: settings.port, secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls', ignoreTLS: settings.security === 'none',
    tls: { servername: host }, connectionTimeout: limitMs, greetingTimeout: limitMs, socketTimeout: limitMs,
    disableFileAccess: true, disableUrlAccess: true, transactionLog: true, logger: noticing(progress),
    ...(settings.user === '' ? {} : { auth: { user: settings.user, pass: password ?? '' } }),
  })
  try {
    await transport.sendMail({ from: settings.from, to, subject: title, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } })
  } catch (error) {
    throw failureOf(error as MailError, progress)
  } finally {
    transport.close()
  }
}

interface MailError {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/** A refusal is certain; once the letter itself is on its way, silence does not tell whether it was taken. */
function failureOf({ code, command, responseCode, response }: MailError, { handedOver }: { handedOver: boolean }): SendFailure {
  if (responseCode !== undefined) {
    return new SendFailure(`邮件服务器拒绝（${responseCode}）：${(response ?? '').slice(0, 200)}`, { recipientOnly: command === 'RCPT TO' && responseCode >= 500 })
  }
  return new SendFailure(`邮件服务器连接失败（${code ?? '未知'}）`, { unsure: handedOver })
}

/** Keeps nothing of the conversation but whether the letter itself was begun. */
function noticing(progress: { handedOver: boolean }) {
  const debug = (_entry: unknown, text: unknown) => {
    if (text === 'DATA') progress.handedOver = true
  }
  return { debug, level: ignore, trace: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore }
}

function ignore(): void {}
