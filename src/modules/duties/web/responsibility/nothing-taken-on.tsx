import { Blank } from '../../../../web/ui/blank.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import type { Duties } from './responsibility-page.tsx'
import { TakeOnButton } from './take-on-button.tsx'
import { texts } from './texts.ts'

/** Teaches what a duty is, where a unit owes none yet; whoever may takes on those of the largest pack first. */
export function NothingTakenOn({ found }: { found: Duties }) {
  const { empty, emptyReader } = useText(texts)
  const [first] = found.packs.filter(({ duties }) => duties > 0).toSorted((a, b) => b.duties - a.duties)
  if (!found.may.manage || first === undefined) return <Blank {...emptyReader} />
  return <Blank {...empty}><TakeOnButton packs={found.packs} pack={first.id} unitId={found.unitId} isMain /></Blank>
}
