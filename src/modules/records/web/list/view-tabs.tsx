import { Button, Dropdown, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { goTo, useAddress } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { KindDescription } from '../../contract/list.ts'
import type { RecordView } from '../../contract/views.ts'
import { keptAddress, type Asked } from './asked.ts'
import { useRemoveView, useSaveView, useViews } from './questions.ts'
import { texts } from './texts.ts'
import { ViewForm } from './view-form.tsx'

const all = 'all'

/** The saved views of a list as tabs; what is shown can be saved as one, shared, changed or deleted. */
export function ViewTabs({ kind, asked }: { kind: KindDescription; asked: Asked }) {
  const { views: messages } = useText(texts)
  const { query } = useAddress()
  const views = useViews(kind.kind).data?.views ?? []
  const current = views.find(({ viewId }) => viewId === asked.viewId)
  const address = keptAddress(query)
  const isChanged = current === undefined ? address !== '' : current.address !== address
  const [isNaming, name] = useState(false)
  const open = (view: RecordView | undefined) => goTo(view === undefined ? `/records/${kind.kind}` : `/records/${kind.kind}?${new URLSearchParams([...new URLSearchParams(view.address), ['view', view.viewId]])}`)
  return (
    <div className="view-tabs no-print">
      <Tabs
        aria-label={messages.label}
        activeKey={current?.viewId ?? all}
        onTabClick={(key) => open(views.find(({ viewId }) => viewId === key))}
        items={[
          { key: all, label: messages.all },
          ...views.map((view) => ({ key: view.viewId, label: view.own && view.sharedWith === null ? view.name : <ViewName view={view} /> })),
        ]}
        tabBarExtraContent={
          <ViewActions kind={kind} current={current} address={address} isChanged={isChanged} onName={() => name(true)} onRemoved={() => open(undefined)} />
        }
      />
      <ViewForm kind={kind} address={address} open={isNaming} onClose={() => name(false)} onSaved={open} />
    </div>
  )
}

function ViewName({ view }: { view: RecordView }) {
  const { views: messages } = useText(texts)
  return <span title={view.sharedWith?.name}>{view.name} <span className="muted shared-mark">{messages.shared}</span></span>
}

interface ActionsProps {
  kind: KindDescription
  current: RecordView | undefined
  address: string
  isChanged: boolean
  onName(): void
  onRemoved(): void
}

function ViewActions({ kind, current, address, isChanged, onName, onRemoved }: ActionsProps) {
  const { views: messages } = useText(texts)
  const [save, remove] = [useSaveView(kind.kind), useRemoveView(kind.kind)]
  const [modal, holder] = Modal.useModal()
  if (current === undefined) return isChanged ? <Button type="link" onClick={onName}>{messages.keep}</Button> : null
  const ask = () => modal.confirm({
    title: messages.removeAsk(current.name), okText: messages.remove, cancelText: messages.cancel, okButtonProps: { danger: true },
    onOk: async () => {
      await remove.mutateAsync(current.viewId)
      onRemoved()
    },
  })
  const items = [
    ...(current.own && isChanged ? [{ key: 'update', label: messages.update }] : []),
    { key: 'new', label: messages.keepNew },
    ...(current.own ? [{ key: 'remove', label: messages.remove, danger: true }] : []),
  ]
  const run = (key: string) => {
    if (key === 'new') onName()
    else if (key === 'remove') void ask()
    else save.mutate({ viewId: current.viewId, name: current.name, address, sharedWith: current.sharedWith?.unitId ?? null })
  }
  return (
    <>
      {holder}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key) }}>
        <Button type="link" loading={save.isPending}>{messages.more}</Button>
      </Dropdown>
    </>
  )
}
