import { Input } from 'antd'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Hit } from './search.ts'
import { useFound } from './use-found.ts'

/**
 * Search everywhere: places and actions at once, and what the server finds below them; all of it by keyboard. The
 * browser's own dialog takes the keyboard in the moment it opens, so that no letter typed after Ctrl-K is lost.
 */
export function Palette({ onClose }: { onClose(): void }) {
  const { palette: messages } = useMessages()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const dialog = useOpenDialog()
  const { groups, isSearching } = useFound(words)
  const hits = groups.flatMap((group) => group.hits)
  const chosen = hits[Math.min(at, hits.length - 1)]
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return
    onClose()
    hit.run()
  }
  const steer = (event: KeyboardEvent) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    // While a Chinese word is being composed, Enter and arrows belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') choose(chosen)
    else if (steps !== undefined && hits.length > 0) setAt((Math.min(at, hits.length - 1) + steps + hits.length) % hits.length)
    else return
    event.preventDefault()
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={messages.label} onClose={onClose} onClick={(event) => (event.target === event.currentTarget ? onClose() : undefined)}>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<Icon shape="search" />}
        placeholder={messages.placeholder}
        role="combobox"
        aria-label={messages.label}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.key}`}
        value={words}
        maxLength={100}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={steer}
      />
      <div className="palette-found" role="listbox" id={list} aria-label={messages.found} tabIndex={-1}>
        {groups.map(({ name, hits: found }) => (
          <div key={name} role="group" aria-label={messages.groups[name]}>
            <p className="palette-group" aria-hidden="true">{messages.groups[name]}</p>
            {found.map((hit) => (
              <Choice key={hit.key} id={`${list}-${hit.key}`} hit={hit} isChosen={hit === chosen} onChoose={() => choose(hit)} />
            ))}
          </div>
        ))}
      </div>
      <p className="palette-foot muted" role="status">{hits.length > 0 ? messages.keys : isSearching ? messages.searching : messages.none}</p>
    </dialog>
  )
}

function useOpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return dialog
}

function Choice({ id, hit, isChosen, onChoose }: { id: string; hit: Hit; isChosen: boolean; onChoose(): void }) {
  const showChosen = (element: HTMLElement | null) => {
    if (isChosen) element?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div ref={showChosen} id={id} role="option" aria-selected={isChosen} className="palette-hit" onClick={onChoose}>
      <span>{hit.title}</span>
      {hit.detail !== undefined && <span className="muted">{hit.detail}</span>}
    </div>
  )
}
