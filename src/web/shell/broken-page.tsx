import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { TaizhangError } from '../../platform/errors.ts'
import { Blank } from '../ui/blank.tsx'
import { useAddress } from '../ui/address.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { Failure } from '../ui/failure.tsx'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'
import { useSession } from '../ui/session.ts'

/** What stands in place of a page that failed while it was drawn: a reference, and what to hand to whoever maintains the program. */
export function BrokenPage({ error }: { error: unknown }) {
  const { broken } = useMessages()
  const { version } = useSession()
  const { path } = useAddress()
  const [reference] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0]?.toString(16).padStart(8, '0') ?? '')
  useEffect(() => {
    console.error(`[${reference}]`, error)
  }, [reference, error])
  if (error instanceof TaizhangError) return <Failure error={error} retry={() => location.reload()} />
  const report = [reference, version, path, navigator.userAgent, error instanceof Error ? (error.stack ?? error.message) : String(error)].join('\n')
  return (
    <Blank title={broken.title} explain={broken.explain}>
      <p className="reference">{broken.reference(reference)}</p>
      <div className="blank-actions">
        <Button type="primary" onClick={() => location.reload()}>{broken.reload}</Button>
        <CopyButton text={report} label={broken.copy} />
        <Link to="/">{broken.back}</Link>
      </div>
    </Blank>
  )
}
