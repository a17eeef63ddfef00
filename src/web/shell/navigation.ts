import type { Permission } from '../../platform/contract/endpoint.ts'
import { pages } from '../routes.tsx'
import { useSession } from '../ui/session.ts'

/** A place of the program that stands in the navigation; its words are `navigation.<name>` of the messages. */
export interface Entry {
  name: 'workbench' | 'duties' | 'reports' | 'records' | 'import' | 'metrics' | 'units' | 'packs' | 'log'
  path: string
  /** Who may not do this does not see the entry. */
  permission: Permission
  /** Pressed after g, goes there. */
  key: string
}

const places: Entry[] = [
  { name: 'workbench', path: '/workbench', permission: 'duties:read', key: 'w' },
  { name: 'duties', path: '/duties', permission: 'duties:read', key: 'd' },
  { name: 'reports', path: '/reports', permission: 'reports:read', key: 'r' },
  { name: 'records', path: '/records', permission: 'records:read', key: 't' },
  { name: 'import', path: '/import', permission: 'records:import', key: 'i' },
  { name: 'metrics', path: '/metrics', permission: 'metrics:read', key: 'm' },
  { name: 'units', path: '/units', permission: 'org:read', key: 'u' },
  { name: 'packs', path: '/packs', permission: 'packs:read', key: 'p' },
  { name: 'log', path: '/log', permission: 'log:read', key: 'l' },
]

/** The places that have a page, in the order of the work; a page listed in `routes.tsx` appears by itself. */
const entries = places.filter(({ path }) => hasPage(path))

/** The places that the reader may enter. */
export function useVisibleEntries(): Entry[] {
  const { permissions } = useSession()
  return entries.filter(({ permission }) => permissions.includes(permission))
}

/** Whether an address has a page, for what links to places of other modules. */
export function hasPage(path: string): boolean {
  return pages.some((page) => page.path === path)
}
