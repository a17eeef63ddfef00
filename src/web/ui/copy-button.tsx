import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'

const saidForMs = 2_000

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, ...props }: { text: string; label: string } & Pick<ButtonProps, 'size' | 'type'>) {
  const { copied } = useMessages()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), saidForMs)
  }
  return (
    <Button {...props} icon={<Icon shape={isCopied ? 'check' : 'copy'} />} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? copied : label}</span>
    </Button>
  )
}
