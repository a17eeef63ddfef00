import { useMutation, useQueryClient } from '@tanstack/react-query'
import { goTo, useAddress } from '../../../web/ui/address.ts'
import { server } from '../../../web/ui/server.ts'
import { sessionKey } from '../../../web/ui/session.ts'
import { readSession, signIn, signInToDemo } from '../contract/session.ts'

/** Signs in and goes on to what was asked for; everything read before under another account is forgotten. */
export function useSignIn() {
  const queries = useQueryClient()
  const { query } = useAddress()
  return useMutation({
    mutationFn: async (typed: { login: string; password: string | null }) => {
      const { login, password } = typed
      if (password === null) await server.call(signInToDemo, { body: { login } })
      else await server.call(signIn, { body: { login, password } })
      return server.call(readSession, {})
    },
    onSuccess: (session) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
      queries.setQueryData(sessionKey, session)
      goTo(insideAddress(query.get('then')))
    },
  })
}

/** Only a path of this program is gone to, whatever the address says. */
export function insideAddress(then: string | null): string {
  return then !== null && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in') ? then : '/'
}
