import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { goTo } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { saveFile } from '../../../../web/ui/save-file.ts'
import { server } from '../../../../web/ui/server.ts'
import { useMay } from '../../../../web/ui/session.ts'
import { responsibilityLetter, responsibilityList } from '../../contract/duty.ts'
import { withUnit } from '../asked.ts'
import type { Duties } from './responsibility-page.tsx'
import { texts } from './texts.ts'

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The ledger in which signed letters are kept, with their scans as evidence. */
const letterKind = 'commitment'

/** The responsibility list as Word and Excel, the yearly letter as Word, and where its signed copy goes. */
export function DocumentButtons({ found: { unitId, unit, duties }, year }: { found: Duties; year: number }) {
  const messages = useText(texts)
  const mayEnter = useMay('records:enter')
  const query = withUnit(unitId, { year })
  const save = useMutation({
    mutationFn: async (what: 'docx' | 'xlsx' | 'letter') => {
      const name = what === 'letter' ? messages.letterName(unit ?? '', year) : messages.listName(unit ?? '', year)
      const bytes = what === 'letter' ? await server.call(responsibilityLetter, { query }) : await server.call(responsibilityList, { params: { format: what }, query })
      const ending = what === 'xlsx' ? 'xlsx' : 'docx'
      saveFile(`${name}.${ending}`, bytes, types[ending])
    },
  })
  const isEmpty = duties.every(({ takenOnFrom }) => takenOnFrom === null)
  const keep = () => {
    const fields = { title: messages.letterName(unit ?? '', year), category: 'responsibility' }
    goTo(`/records/new?${new URLSearchParams({ kind: letterKind, ...(unitId === null ? {} : { unit: unitId }), fields: JSON.stringify(fields) })}`)
  }
  return (
    <>
      <Dropdown
        trigger={['click']} disabled={isEmpty}
        menu={{
          items: [
            { key: 'docx', label: messages.listWord }, { key: 'xlsx', label: messages.listExcel }, { key: 'letter', label: messages.letterWord },
            ...(mayEnter ? [{ key: 'keep', label: messages.keepLetter }] : []),
          ],
          onClick: ({ key }) => (key === 'keep' ? keep() : save.mutate(key as 'docx' | 'xlsx' | 'letter')),
        }}
      >
        <Button icon={<Icon shape="download" />} loading={save.isPending}>{messages.documents}</Button>
      </Dropdown>
      {save.isError && <Failure error={save.error} retry={() => save.reset()} />}
    </>
  )
}
