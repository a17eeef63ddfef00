import { useMemo, useRef } from 'react'
import { openHere, steps, useAddress } from '../../../../web/ui/address.ts'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import { useMatch } from '../../../../web/ui/use-screen.ts'
import { LifecycleBar } from '../lifecycle/lifecycle-bar.tsx'
import { useSteps } from '../lifecycle/questions.ts'
import { DraftHead } from './draft-head.tsx'
import { DraftLegend } from './draft-legend.tsx'
import { DraftText } from './draft-text.tsx'
import { PlacePanel } from './place-panel.tsx'
import { neighbourOf, placesOf, type Filter, type Place } from './places.ts'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'

const filters: Filter[] = ['all', 'unsettled', 'sentences', 'bound', 'proposed', 'by-hand', 'open', 'carried-over']

/** The report on the left, what is known of the chosen place on the right; both follow the keyboard. */
export function DraftDesk({ draft }: { draft: Draft }) {
  const { panel, legend } = useText(texts)
  const { query } = useAddress()
  const isBeside = useMatch('(min-width: 1180px)')
  const filter = filters.find((one) => one === query.get('show')) ?? 'all'
  const all = useMemo(() => placesOf(draft, 'all'), [draft])
  const shown = useMemo(() => placesOf(draft, filter), [draft, filter])
  const chosen = all.find(({ key }) => key === query.get('at')) ?? null
  const taken = useSteps(draft.reportId).data
  const mayEdit = draft.state === 'draft' && taken?.may.edit.allowed === true
  const sheet = useRef<HTMLElement>(null)
  const choose = (place: Place | undefined, { focus = true } = {}) => {
    if (place === undefined) return
    openHere({ at: place.key }, { replace: true })
    if (focus) focusPlace(place.key)
  }
  // Keys can come faster than the page is drawn: the address knows where the last one led.
  const move = (by: 1 | -1) => choose(neighbourOf(shown, all.find(({ key }) => key === placeInAddress()) ?? null, by))
  useShortcut('j', panel.next, () => move(1))
  useShortcut('k', panel.previous, () => move(-1))
  const toText = () => chosen !== null && focusPlace(chosen.key)
  const content = (
    <PlacePanel
      key={chosen?.key ?? 'none'}
      draft={draft} place={chosen} total={all.length} number={chosen === null ? 0 : all.indexOf(chosen) + 1} mayEdit={mayEdit}
      onStep={move} onLeave={toText}
    />
  )
  return (
    <article className="draft">
      <DraftHead draft={draft} returned={taken?.steps.findLast(({ step }) => step === 'returned')} />
      <LifecycleBar reportId={draft.reportId} />
      <DraftLegend draft={draft} filter={filter} mayEdit={mayEdit} />
      <div className="draft-desk">
        <DraftText
          draft={draft} chosen={chosen?.key ?? null} filter={filter}
          onChoose={(key) => choose(all.find((place) => place.key === key), { focus: false })}
          onStep={move}
          onEnter={() => sheet.current?.querySelector<HTMLElement>('button, input, [tabindex="0"]')?.focus()}
        />
        {isBeside ? (
          <aside className="draft-side" aria-label={panel.label} ref={sheet}>{content}</aside>
        ) : (
          <Drawer open={chosen !== null} title={panel.label} widthPx={520} onClose={() => openHere({ at: null }, { replace: true })}>{content}</Drawer>
        )}
      </div>
      <p className="draft-keys muted">{legend.keys}</p>
    </article>
  )
}

function placeInAddress(): string | null {
  return new URLSearchParams(steps.location.search).get('at')
}

function focusPlace(key: string): void {
  requestAnimationFrame(() => {
    const button = document.querySelector<HTMLElement>(`[data-place="${key}"]`)
    button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'center', behavior: 'instant' })
  })
}
