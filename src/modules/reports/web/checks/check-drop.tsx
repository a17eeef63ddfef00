import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import { goTo } from '../../../../web/ui/address.ts'
import { Dropzone } from '../../../../web/ui/dropzone.tsx'
import { wordsOf } from '../../../../web/ui/failure.tsx'
import { useMessages, useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { useUpload, type StoredFile } from '../../../../web/ui/use-upload.ts'
import { keepCheck, lookAtReport } from '../../contract.ts'
import { texts } from './texts.ts'

interface Asked {
  report: StoredFile
  title: string
  period: string
  unitId: string | null
}

const limitBytes = 50 * 1024 * 1024

/** Takes a finished report, guesses period and unit from its title, and has it checked. */
export function CheckDrop() {
  const text = useText(texts)
  const messages = useMessages()
  const upload = useUpload()
  const [asked, setAsked] = useState<Asked | null>(null)
  const look = useMutation({
    mutationFn: async (file: File) => {
      const report = await upload.send(file)
      const { title, ownYear, unit } = await server.call(lookAtReport, { body: { report } })
      return { report, title, period: ownYear === null ? '' : String(ownYear), unitId: unit?.unitId ?? null }
    },
    onSuccess: setAsked,
  })
  const check = useMutation({
    mutationFn: async ({ report, period, unitId }: Asked) => server.call(keepCheck, { body: { report, unitId, ...(period.trim() === '' ? {} : { period: period.trim() }) } }),
    onSuccess: ({ checkId }) => goTo(`/reports/check/${checkId}`),
  })
  const problem = look.error ?? check.error
  return (
    <>
      {asked === null ? (
        <Dropzone title={text.drop} hint={look.isPending ? text.looking : text.dropHint} accept=".docx,.txt,.md" limitBytes={limitBytes} upload={upload} onFiles={([file]) => file !== undefined && look.mutate(file)} />
      ) : (
        <Form layout="vertical" className="check-form" onFinish={() => check.mutate(asked)}>
          <h2 lang="zh-CN">{asked.title}</h2>
          <Form.Item label={text.period} htmlFor="check-period" extra={text.periodHint}>
            <Input id="check-period" value={asked.period} maxLength={40} onChange={({ target }) => setAsked({ ...asked, period: target.value })} />
          </Form.Item>
          <Form.Item label={text.unit}>
            <UnitPicker label={text.unit} placeholder={text.whole} value={asked.unitId} onChange={(unitId) => setAsked({ ...asked, unitId })} />
          </Form.Item>
          <div className="check-actions">
            <Button type="primary" htmlType="submit" loading={check.isPending}>{check.isPending ? text.checking : text.check}</Button>
            <Button onClick={() => setAsked(null)}>{text.other}</Button>
          </div>
        </Form>
      )}
      {problem !== null && <Alert type="error" role="alert" showIcon title={wordsOf(problem, messages)} />}
    </>
  )
}
