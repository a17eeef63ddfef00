import type { Permission } from '../../platform/contract/endpoint.ts'
import { pages } from '../routes.tsx'

/** A place of the program that stands in the navigation; its words are `navigation.<name>` of the messages. */
export interface Entry {
  name: 'reports' | 'records' | 'import' | 'metrics' | 'units' | 'packs' | 'log'
  path: string
  /** Who may not do this does not see the entry. */
  permission: Permission
}

const places: Entry[] = [
  { name: 'reports', path: '/reports', permission: 'reports:read' },
  { name: 'records', path: '/records', permission: 'records:read' },
  { name: 'import', path: '/import', permission: 'records:import' },
  { name: 'metrics', path: '/metrics', permission: 'metrics:read' },
  { name: 'units', path: '/units', permission: 'org:read' },
  { name: 'packs', path: '/packs', permission: 'packs:read' },
  { name: 'log', path: '/log', permission: 'log:read' },
]

/** The places that have a page, in the order of the work; a page listed in `routes.tsx` appears by itself. */
export const entries: Entry[] = places.filter(({ path }) => pages.some((page) => page.path === path))
