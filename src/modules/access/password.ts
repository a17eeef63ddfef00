import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Invalid } from '../../platform/errors.ts'
import { passwordProblem, shortestPassword, longestPassword, type PasswordProblem } from './rules.ts'

/** What is kept of a password: argon2id with a salt of its own, 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

let nobody: Promise<string> | undefined

/** Takes as long for an account that does not exist, so that time tells nobody which ones do. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  nobody ??= hashPassword(oneTimePassword())
  const fits = await verify(kept ?? (await nobody), password)
  return kept !== null && fits
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Fifteen characters that are not mistaken for each other when copied by hand, in groups: abcde-fghjk-23456. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group()].join('-')
}

const words: Record<PasswordProblem, string> = {
  'too-short': `密码至少要 ${shortestPassword} 个字符。`,
  'too-long': `密码不能超过 ${longestPassword} 个字符。`,
  'too-simple': '密码里的字符太单一，请至少用 5 种不同的字符。',
  'like-login': '密码里不能含有登录名。',
}

/** @throws {Invalid} `weak-password` */
export function refuseWeakPassword(password: string, login: string, field = 'newPassword'): void {
  const problem = passwordProblem(password, login)
  if (problem === null) return
  throw new Invalid('weak-password', words[problem], { problem, fields: [{ field, message: words[problem] }] })
}
