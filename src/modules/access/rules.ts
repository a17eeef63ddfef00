/** The name by which one signs in and which the log gives as the actor: a staff number, not a person's name. */
export const loginPattern = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** Names under which the program itself acts. */
const reservedLogins = new Set(['administrator', 'system', 'taizhang', 'stranger', 'visitor'])

export const shortestPassword = 10
export const longestPassword = 200

export function isLogin(login: string): boolean {
  return loginPattern.test(login) && !reservedLogins.has(login)
}

/** Sign-in names are compared without regard to case and to spaces typed around them. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple' | 'like-login'

/** What speaks against a password: its length, few different characters, or that it holds the sign-in name. */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'too-short'
  if (password.length > longestPassword) return 'too-long'
  if (new Set(password.toLowerCase()).size < 5) return 'too-simple'
  if (login !== '' && password.toLowerCase().includes(login)) return 'like-login'
  return null
}
