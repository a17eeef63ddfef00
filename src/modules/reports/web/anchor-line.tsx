import { Tooltip } from 'antd'
import { readableNumber, shortHash } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { Report } from './figure.ts'
import { texts } from './texts.ts'

/** What outsiders can hold the report against: the checkpoint of the log, or the hashes of the files it was made from. */
export function AnchorLine({ anchor }: { anchor: Report['anchor'] }) {
  const { report } = useText(texts)
  return (
    <div>
      <dt>{'inputs' in anchor ? report.inputs : report.anchor}</dt>
      <dd>
        <Tooltip title={report.anchorExplain}>
          <span className="anchor" tabIndex={0}>
            {'inputs' in anchor
              ? anchor.inputs.map(({ name, sha256 }) => (
                  <span key={sha256}>{name} <Hash hash={sha256} /></span>
                ))
              : <span>{report.position(readableNumber(anchor.position))} · <Hash hash={anchor.hash} /></span>}
          </span>
        </Tooltip>
      </dd>
    </div>
  )
}

function Hash({ hash }: { hash: string }) {
  const { report } = useText(texts)
  return <code title={report.hash(hash)}>{shortHash(hash)}</code>
}
