import { useIsWide } from '../ui/use-screen.ts'
import { AccountMenu } from './account-menu.tsx'
import { JobsButton } from './jobs-button.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** The right end of the head: jobs, looks and the person; with their menus they are fetched after the page itself. */
export default function Tools() {
  const isWide = useIsWide()
  return (
    <>
      <JobsButton />
      {isWide && <ThemeSwitch />}
      {isWide && <LanguageSwitch />}
      <AccountMenu />
    </>
  )
}
