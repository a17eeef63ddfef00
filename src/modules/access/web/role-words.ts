import { useText } from '../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** A role in words, with the unit it was given for: 经办人 · 安全监督科. */
export function useRoleWords() {
  const { roles, wholeBody, closedUnit } = useText(texts)
  const nameOf = (role: string) => roles[role as keyof typeof roles]?.name ?? role
  const unitOf = (unit: string | null) => (unit === null ? wholeBody : unit === '' ? closedUnit : unit)
  return { nameOf, unitOf, wordsOf: ({ role, unit }: { role: string; unit: string | null }) => `${nameOf(role)} · ${unitOf(unit)}` }
}
