import { Button } from 'antd'
import { useMessages, useSpeech } from '../ui/language.tsx'

export function LanguageSwitch() {
  const { language, speak } = useSpeech()
  const messages = useMessages()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button
      type="text"
      className="language"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={messages.switchLanguage}
      onClick={() => speak(other)}
    >
      {messages.otherLanguage}
    </Button>
  )
}
