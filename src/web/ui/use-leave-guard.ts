import { useBlocker } from '@tanstack/react-router'

/**
 * Asks before a page with unsaved work is left; `question` is what is asked, null lets go. What is opened on the same
 * page is no leaving, and a reload of the browser is asked about in the browser's own words.
 */
export function useLeaveGuard(question: string | null): void {
  useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && question !== null && !confirm(question),
    enableBeforeUnload: () => question !== null,
    disabled: question === null,
  })
}
