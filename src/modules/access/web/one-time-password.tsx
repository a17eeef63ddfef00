import { Button, Modal } from 'antd'
import { CopyButton } from '../../../web/ui/copy-button.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { texts } from './texts.ts'

export interface Told {
  login: string
  oneTimePassword: string
}

/** A one-time password, shown this once: closed only by saying so. */
export function OneTimePassword({ told: { login, oneTimePassword }, onClose }: { told: Told; onClose: () => void }) {
  const { told: words } = useText(texts).accounts
  return (
    <Modal open title={words.title(login)} closable={false} keyboard={false} mask={{ closable: false }} footer={<Button type="primary" onClick={onClose}>{words.close}</Button>}>
      <p className="muted">{words.explain}</p>
      <div className="one-time">
        <code className="one-time-password">{oneTimePassword}</code>
        <CopyButton text={oneTimePassword} label={words.copy} />
      </div>
    </Modal>
  )
}
