import { useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { server } from '../../../web/ui/server.ts'
import { listPacks, listTemplates, readCatalogue, readLocalPack, readUpgrade } from '../contract.ts'

export type Pack = ReplyOf<typeof listPacks>['packs'][number]
export type Everything = ReplyOf<typeof readCatalogue>
export type KindEntry = Everything['kinds'][number]
export type MetricEntry = Everything['metrics'][number]
export type VocabularyEntry = Everything['vocabularies'][number]
export type Template = ReplyOf<typeof listTemplates>['templates'][number]

const lastsMs = 30_000

export function usePacks() {
  return useQuery({ queryKey: ['packs'], queryFn: () => server.call(listPacks, {}), staleTime: lastsMs })
}

export function useEverything() {
  return useQuery({ queryKey: ['packs', 'catalogue'], queryFn: () => server.call(readCatalogue, {}), staleTime: lastsMs })
}

export function useTemplates() {
  return useQuery({ queryKey: ['packs', 'templates'], queryFn: () => server.call(listTemplates, {}), staleTime: lastsMs })
}

export function useUpgrade(pack: string) {
  return useQuery({ queryKey: ['packs', 'upgrade', pack], queryFn: () => server.call(readUpgrade, { params: { pack } }) })
}

export function useOwnFiles() {
  return useQuery({ queryKey: ['packs', 'own'], queryFn: () => server.call(readLocalPack, {}), refetchOnWindowFocus: true })
}
