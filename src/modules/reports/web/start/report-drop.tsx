import { lazy, Suspense, useState } from 'react'
import { Dropzone } from '../../../../web/ui/dropzone.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useUpload, type StoredFile } from '../../../../web/ui/use-upload.ts'
import { lookAt, type Looked } from './questions.ts'
import { texts } from './texts.ts'

const BeginForm = lazy(() => import('./begin-form.tsx').then(({ BeginForm: component }) => ({ default: component })))

const limitBytes = 50 * 1024 * 1024

/** Takes last year's report, says what it is, and asks for whom this year's is to be filled. */
export function ReportDrop() {
  const messages = useText(texts)
  const upload = useUpload()
  const [dropped, setDropped] = useState<{ file: StoredFile; looked: Looked } | null>(null)
  const [isLooking, setLooking] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setProblem(null)
    try {
      const stored = await upload.send(file)
      setLooking(true)
      setDropped({ file: stored, looked: await lookAt(stored) })
    } catch (error) {
      if ((error as { code?: string }).code !== 'cancelled') setProblem(error)
    } finally {
      setLooking(false)
    }
  }
  if (dropped !== null) {
    const { file, looked } = dropped
    return (
      <Suspense fallback={<p className="muted" role="status">{messages.looking}</p>}>
        <BeginForm report={file} name={file.name} guess={{ unitId: looked.unit?.unitId ?? null, period: looked.period }} onCancel={() => setDropped(null)}>
          <p role="status">
            {looked.ownYear === null ? messages.foundNoYear : messages.foundYear(looked.ownYear)} {messages.found(looked.figures, looked.bound, looked.proposed)}
          </p>
        </BeginForm>
      </Suspense>
    )
  }
  return (
    <div className="report-drop">
      <Dropzone title={messages.drop} hint={messages.dropHint} accept=".docx,.txt,.md" limitBytes={limitBytes} upload={upload} onFiles={([file]) => void take(file)} />
      {isLooking && <p className="muted" role="status">{messages.looking}</p>}
      {problem !== null && <Failure error={problem} retry={() => setProblem(null)} />}
    </div>
  )
}
