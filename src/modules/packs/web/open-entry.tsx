import { openHere } from '../../../web/ui/address.ts'

type What = 'kind' | 'metric' | 'vocabulary'

/** Opens another entry in place of the one shown. */
export function OpenEntry({ what, id, title }: { what: What; id: string; title: string }) {
  return (
    <button type="button" className="plain-link" lang="zh-CN" onClick={() => openHere({ kind: null, metric: null, vocabulary: null, [what]: id })}>
      {title}
    </button>
  )
}
