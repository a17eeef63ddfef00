import { useDraft, type Draft } from '../../../../web/ui/use-draft.tsx'
import type { OwnChanges } from './own-changes.ts'

/** Unsaved changes of the body's own pack, kept in this browser until they are saved or given up. */
export function useOwnDraft(version: string | null): Draft<OwnChanges> {
  return useDraft<OwnChanges>('packs.own', { base: version, files: {}, begun: {} })
}
