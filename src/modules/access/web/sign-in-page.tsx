import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useMessages, useSpeech, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { useSession } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { listDemoAccounts } from '../contract/session.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { texts } from './texts.ts'
import { useSignIn } from './use-sign-in.ts'
import './access.css'

/** 登录: by name and password; on a demonstration in one click. */
export default function SignInPage() {
  const { signIn: words } = useText(texts)
  const messages = useMessages()
  const { tenant, demo, version, ended } = useSession()
  const signing = useSignIn()
  const offered = useQuery({ queryKey: ['demo-accounts'], queryFn: () => server.call(listDemoAccounts, {}), enabled: demo }).data?.accounts ?? []
  usePageTitle(words.title)
  const reason = ended === null ? undefined : words.ended[ended as keyof typeof words.ended]
  return (
    <div className={offered.length > 0 ? 'sign-in sign-in-wide' : 'sign-in'}>
      <header className="sign-in-head">
        <span className="seal" aria-hidden="true">账</span>
        <div>
          <p className="sign-in-product">{messages.product}</p>
          <p className="muted" lang="zh-CN">{tenant}</p>
        </div>
        <OtherLanguage />
      </header>
      {reason !== undefined && <Alert type="warning" role="status" showIcon title={reason} />}
      <div className="sign-in-ways">
        {offered.length > 0 && <DemoAccounts accounts={offered} signing={signing} />}
        <SignInForm signing={signing} />
      </div>
      <p className="muted sign-in-foot">{messages.promise} · {messages.version(version)}</p>
    </div>
  )
}

function OtherLanguage() {
  const { language, speak } = useSpeech()
  const messages = useMessages()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} title={messages.switchLanguage} onClick={() => speak(other)}>
      {messages.otherLanguage}
    </Button>
  )
}
