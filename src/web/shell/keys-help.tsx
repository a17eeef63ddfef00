import { Modal } from 'antd'
import { useMessages } from '../ui/language.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { keyNames } from './key-names.ts'

/** Every key that works on the page as it stands. */
export default function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { keys: messages } = useMessages()
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={messages.title} className="keys-help">
      <dl>
        {[...useShortcuts(), ...messages.common].map(({ keys, text }) => (
          <div key={keys}><dt>{keyNames(keys).map((name) => <kbd key={name}>{name}</kbd>)}</dt><dd>{text}</dd></div>
        ))}
      </dl>
    </Modal>
  )
}
