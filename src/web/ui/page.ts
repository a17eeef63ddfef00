import type { ComponentType } from 'react'

/** One page of a module: where it stands ('/records/$kind'), and its component, fetched when it is first shown. */
export interface Page {
  path: string
  load: () => Promise<{ default: ComponentType }>
}
