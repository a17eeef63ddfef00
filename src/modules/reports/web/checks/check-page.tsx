import { Button, Segmented, Skeleton } from 'antd'
import { useEffect, useMemo } from 'react'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableMoment, readableNumber, readablePeriod } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { saveCsv } from '../../../../web/ui/save-csv.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { CheckedText } from './checked-text.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { rowsOfClaims, countsOf, inReadingOrder } from './claims.ts'
import { useCheck, verdictsInOrder, type Check, type Verdict } from './questions.ts'
import { texts } from './texts.ts'
import '../reports.css'
import './checks.css'

/** A checked report: its text with the verdict on each place, and beside it why. */
export default function CheckPage() {
  const { checkId = '' } = useAddress().params
  const check = useCheck(checkId)
  if (check.isPending) return <Skeleton active paragraph={{ rows: 12 }} />
  if (check.isError) return <Failure error={check.error} retry={() => void check.refetch()} />
  return <CheckedReport check={check.data} />
}

function CheckedReport({ check }: { check: Check }) {
  const text = useText(texts)
  const language = useLanguage()
  usePageTitle(check.title)
  const { query } = useAddress()
  const verdict = verdictsInOrder.find((one) => one === query.get('verdict')) ?? null
  const claims = useMemo(() => inReadingOrder(check.claims).filter((claim) => verdict === null || claim.verdict === verdict), [check, verdict])
  const at = Math.min(Math.max(Number(query.get('place') ?? 1), 1), Math.max(claims.length, 1)) - 1
  const goToPlace = (index: number) => openHere({ place: String(index + 1) }, { replace: true })
  usePlaceKeys(at, claims.length, goToPlace)
  const counts = countsOf(check.claims)
  return (
    <article>
      <Link to="/reports/check" className="back">{text.back}</Link>
      <h1 className="report-title" lang="zh-CN">{check.title}</h1>
      <p className="muted">{text.facts(check.unit, readablePeriod(check.period, language), check.checkedBy, readableMoment(check.checkedAt, language))}</p>
      {check.claims.length === 0 ? (
        <Blank title={text.noClaims} explain={text.noClaimsExplain} />
      ) : (
        <>
          <div className="check-toolbar">
            <Segmented<Verdict | 'all'>
              aria-label={text.filter}
              value={verdict ?? 'all'}
              onChange={(chosen) => openHere({ verdict: chosen === 'all' ? null : chosen, place: null }, { replace: true })}
              options={[
                { value: 'all' as const, label: `${text.all} ${readableNumber(check.claims.length)}` },
                ...verdictsInOrder.map((one) => ({ value: one, label: `${text.marks[one]} ${text.verdicts[one]} ${readableNumber(counts[one])}` })),
              ]}
            />
            <Button onClick={() => saveCsv(text.exportName, rowsOfClaims(check.claims, text))}>{text.export}</Button>
            <span className="muted keys-hint">{text.keys}</span>
          </div>
          <div className="check-split">
            <CheckedText paragraphs={check.paragraphs} claims={claims} at={at} onPick={goToPlace} />
            <ClaimPanel claim={claims[at]} at={at} total={claims.length} onMove={goToPlace} />
          </div>
        </>
      )}
    </article>
  )
}

/** j and k, or the arrows, move between the places unless something is being typed. */
function usePlaceKeys(at: number, total: number, move: (index: number) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, [role="radiogroup"], [contenteditable]') !== null) return
      const step = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0
      if (step === 0 || at + step < 0 || at + step >= total) return
      event.preventDefault()
      move(at + step)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}
