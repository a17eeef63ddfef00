import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { useActions, usePlaces } from './at-once.ts'
import type { Finder, GroupName } from './finders.ts'
import { matching, type Hit } from './search.ts'

interface Group {
  name: GroupName
  hits: Hit[]
}

/** What the words find, group by group; what the server is still asked for comes later. */
export function useFound(words: string): { groups: Group[]; isSearching: boolean } {
  const { permissions } = useSession()
  const language = useLanguage()
  const kept = useQueryClient()
  const asked = useDeferredValue(words.trim())
  const places = matching(usePlaces(), words, textOf)
  const actions = matching(useActions(), words, textOf)
  const finders = useFinders()
  const allowed = finders.filter(({ permission }) => permissions.includes(permission))
  const answers = useQueries({
    queries: allowed.map(({ name, find }) => ({
      queryKey: ['palette', name, asked, language],
      queryFn: () => find({ words: asked, language, kept }),
      enabled: asked !== '',
      staleTime: 10_000,
    })),
  })
  const found = allowed.map(({ name }, index): Group => ({ name, hits: answers[index]?.data ?? [] }))
  const groups: Group[] = [{ name: 'places', hits: places }, ...found, { name: 'actions', hits: actions }]
  return { groups: groups.filter(({ hits }) => hits.length > 0), isSearching: answers.some(({ isFetching }) => isFetching) }
}

const none: Finder[] = []

/** Fetched when the search is first opened: they know the contracts of many modules, which the first page need not wait for. */
function useFinders(): Finder[] {
  return useQuery({ queryKey: ['palette', 'finders'], queryFn: async () => (await import('./finders.ts')).finders, staleTime: Infinity }).data ?? none
}

function textOf({ title, detail = '' }: Hit): string {
  return `${title} ${detail}`
}
