import { Button, Progress } from 'antd'
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { readableSize } from './formats.ts'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'
import type { Upload } from './use-upload.ts'

interface Props {
  /** What to drop here: “把去年的报告拖到这里”. */
  title: string
  /** What happens then, and which files are taken. */
  hint: string
  /** As of an input of files: '.docx,.txt'. */
  accept: string
  limitBytes: number
  several?: boolean
  /** While one of them is on its way, the zone shows it with a way to stop. */
  upload?: Upload
  onFiles(files: File[]): void
}

/** A place for files: dropped, pasted, or chosen with a button that the keyboard reaches. Refuses what is too large or of another form. */
export function Dropzone({ title, hint, accept, limitBytes, several = false, upload, onFiles }: Props) {
  const messages = useMessages().dropzone
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, several ? undefined : 1)
    const large = files.find(({ size }) => size > limitBytes)
    const foreign = files.find(({ name }) => !isAccepted(name, accept))
    if (foreign !== undefined) setRefusal(messages.foreign(foreign.name, accept.replaceAll(',', ' ')))
    else if (large !== undefined) setRefusal(messages.tooLarge(large.name, readableSize(large.size), readableSize(limitBytes)))
    else if (files.length > 0) {
      setRefusal(null)
      onFiles(files)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const paste = ({ clipboardData }: ClipboardEvent) => {
    if (clipboardData.files.length > 0) take(clipboardData.files)
  }
  const sending = upload?.sending ?? null
  return (
    <div
      className={isOver ? 'dropzone dropzone-over' : 'dropzone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <Icon shape="file" />
      <p className="dropzone-title">{title}</p>
      <p className="muted">{hint}</p>
      {sending === null ? (
        <Button onClick={() => input.current?.click()}>{messages.choose}</Button>
      ) : (
        <div className="dropzone-sending">
          <p className="muted" role="status">{messages.sending(sending.name, readableSize(sending.bytes))}</p>
          <Progress aria-label={sending.name} percent={Math.round((100 * sending.sentBytes) / Math.max(sending.bytes, 1))} />
          <Button size="small" onClick={upload?.cancel}>{messages.cancel}</Button>
        </div>
      )}
      {refusal !== null && <p className="refusal" role="alert">{refusal}</p>}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={several}
        aria-label={title}
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
      />
    </div>
  )
}

function isAccepted(name: string, accept: string): boolean {
  return accept.split(',').some((ending) => name.toLowerCase().endsWith(ending.trim().toLowerCase()))
}
