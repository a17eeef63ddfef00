import { describeCadence } from '../../../../engine/calendar/words.ts'
import { useLanguage } from '../../../../web/ui/language.tsx'
import type { Matrix } from '../../contract/overview.ts'
import { useAskedYear } from '../asked.ts'
import { useDuties } from '../questions.ts'

/** How often a duty falls due, in the language of the reader; the server tells it in Chinese. */
export function useCadenceWords(): (duty: Matrix['rows'][number]['duty']) => string {
  const language = useLanguage()
  const { data } = useDuties(useAskedYear().unitId, { enabled: language === 'en' })
  return ({ id, cadenceWords }) => {
    const cadence = language === 'en' ? data?.duties.find((duty) => duty.id === id)?.cadence : undefined
    return cadence === undefined ? cadenceWords : describeCadence(cadence, language)
  }
}
