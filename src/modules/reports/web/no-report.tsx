import { Button } from 'antd'
import { useState } from 'react'
import { Blank } from '../../../web/ui/blank.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** Before the first report: says how one is made. */
export function NoReport() {
  const { noReport } = useText(texts)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(noReport.command)
    setCopied(true)
  }
  return (
    <Blank title={noReport.title} explain={noReport.explain}>
      <pre className="command" tabIndex={0}>{noReport.command}</pre>
      <Button onClick={() => void copy()}>{copied ? noReport.copied : noReport.copy}</Button>
      <p className="muted">{noReport.afterwards}</p>
    </Blank>
  )
}
