import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Segmented, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { goTo, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { server } from '../../../../web/ui/server.ts'
import { useMay } from '../../../../web/ui/session.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { useIsWide } from '../../../../web/ui/use-screen.ts'
import { upgradePack, type readUpgrade } from '../../contract.ts'
import '../packs.css'
import { usePacks, useUpgrade } from '../questions.ts'
import { texts } from '../texts.ts'
import { FileDifference } from './file-difference.tsx'

/** What the version that the program brings would change, and the step that puts it in force; `consequences` says what else follows from it. */
export function UpgradePage({ consequences }: { consequences(pack: string): ReactNode }) {
  const { upgrade: words } = useText(texts)
  const pack = useAddress().params['pack'] ?? ''
  const upgrade = useUpgrade(pack)
  const title = words.title(usePacks().data?.packs.find(({ id }) => id === pack)?.title ?? pack)
  usePageTitle(title)
  return (
    <section>
      <Link className="back" to="/packs">← {words.back}</Link>
      <h1 className="page-title">{title}</h1>
      {upgrade.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {upgrade.isError && <Failure error={upgrade.error} retry={() => void upgrade.refetch()} />}
      {upgrade.isSuccess && <Upgrade pack={pack} found={upgrade.data} consequences={consequences(pack)} />}
    </section>
  )
}

function Upgrade({ pack, found, consequences }: { pack: string; found: ReplyOf<typeof readUpgrade>; consequences: ReactNode }) {
  const { upgrade: words } = useText(texts)
  const isWide = useIsWide()
  const [sideBySide, setSideBySide] = useState(isWide)
  if (found.differences.length === 0) return <Blank title={words.same} explain={words.sameExplain} />
  return (
    <>
      <p className="muted">{words.explain(found.from, found.to)}</p>
      <PutInForce pack={pack} from={found.from} to={found.to} />
      {consequences}
      <h2>{words.words}</h2>
      <ul className="upgrade-words" lang="zh-CN">{found.differences.flatMap(({ path, words: said }) => said.map((one) => <li key={`${path} ${one}`}>{one}</li>))}</ul>
      <div className="own-bar no-print">
        <h2>{words.files}</h2>
        <Segmented
          aria-label={words.view} value={sideBySide ? 'two' : 'one'} onChange={(value) => setSideBySide(value === 'two')}
          options={[{ value: 'two', label: words.sideBySide }, { value: 'one', label: words.unified }]}
        />
      </div>
      {found.differences.map(({ path, before, after }) => (
        <details key={path} className="file-difference" open={found.differences.length < 12}>
          <summary><code>{path}</code> <span className="muted">{before === null ? words.added : after === null ? words.removed : ''}</span></summary>
          <FileDifference before={before ?? ''} after={after ?? ''} sideBySide={sideBySide && before !== null && after !== null} />
        </details>
      ))}
    </>
  )
}

function PutInForce({ pack, from, to }: { pack: string; from: string; to: string }) {
  const { upgrade: words } = useText(texts)
  const queries = useQueryClient()
  const [isAsking, ask] = useState(false)
  const change = useMutation({
    mutationFn: () => server.call(upgradePack, { params: { pack }, body: { from } }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      goTo('/packs')
    },
    onSettled: () => ask(false),
  })
  if (!useMay('packs:write')) return <p className="muted">{words.readOnly}</p>
  return (
    <div className="own-bar no-print">
      <Button type="primary" loading={change.isPending} onClick={() => ask(true)}>{words.button(to)}</Button>
      {change.isError && <Failure error={change.error} retry={() => void queries.invalidateQueries({ queryKey: ['packs'] }).then(() => change.reset())} />}
      <Modal open={isAsking} title={words.ask(to)} okText={words.button(to)} cancelText={words.cancel} onOk={() => change.mutate()} onCancel={() => ask(false)} confirmLoading={change.isPending}>
        <p>{words.consequence}</p>
      </Modal>
    </div>
  )
}
