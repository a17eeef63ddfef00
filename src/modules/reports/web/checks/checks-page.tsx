import { useText } from '../../../../web/ui/language.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { CheckDrop } from './check-drop.tsx'
import { KeptChecks } from './kept-checks.tsx'
import { texts } from './texts.ts'
import '../reports.css'
import './checks.css'

/** 核对: drop a finished report, and the checks kept so far. */
export default function ChecksPage() {
  const text = useText(texts)
  usePageTitle(text.title)
  return (
    <section>
      <h1 className="page-title">{text.title}</h1>
      <p className="muted intro">{text.intro}</p>
      <CheckDrop />
      <KeptChecks />
    </section>
  )
}
