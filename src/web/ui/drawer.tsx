import { Drawer as AntdDrawer, type DrawerProps } from 'antd'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useMessages } from './language.tsx'
import { useIsWide } from './use-screen.ts'

interface Props extends Omit<DrawerProps, 'size' | 'width' | 'focusable'> {
  /** On a wide screen; a narrow one is filled. */
  widthPx?: number
  /** Where the keyboard goes when it closes, where that is not what opened it: the row of another figure, say. */
  returnTo?: () => HTMLElement | null
}

/** A sheet beside the page. When it closes, the keyboard is where it was when it opened. */
export function Drawer({ widthPx = 680, returnTo, open = false, ...props }: Props) {
  const { close } = useMessages()
  const isWide = useIsWide()
  useReturnedFocus(open, returnTo)
  return (
    <AntdDrawer
      size={isWide ? widthPx : '100%'}
      closable={{ 'aria-label': close }}
      destroyOnHidden
      {...props}
      open={open}
      focusable={{ trap: true, focusTriggerAfterClose: false }}
    />
  )
}

/**
 * The drawer's own return of focus comes with the end of its motion, which under load can be before its trap has let
 * go; the trap then takes the focus back and it is lost with the sheet. Here it waits for the trap, not for the motion.
 */
function useReturnedFocus(isOpen: boolean, returnTo: Props['returnTo']): void {
  const opener = useRef<Element | null>(null)
  const wanted = useRef(returnTo)
  useLayoutEffect(() => {
    wanted.current = returnTo
  })
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement
  }, [isOpen])
  useEffect(() => {
    if (!isOpen) return
    // The trap is let go in the same round of effects; what is queued here comes after all of them.
    return () => queueMicrotask(() => focusAgain(wanted.current?.() ?? opener.current))
  }, [isOpen])
}

function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true })
}
