import { Alert, Radio } from 'antd'
import { useSpeech, useText } from '../../../web/ui/language.tsx'
import { useSession } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { PasswordForm } from './password-form.tsx'
import { useRoleWords } from './role-words.ts'
import { SessionList } from './session-list.tsx'
import { texts } from './texts.ts'
import './access.css'

/** 我的账户: who I am here, my password, and where I am signed in. */
export default function AccountPage() {
  const { account: words } = useText(texts)
  const { account, mustChangePassword } = useSession()
  usePageTitle(words.title)
  return (
    <article className="account-page">
      <h1 className="page-title" lang="zh-CN">{account?.name ?? words.title}</h1>
      {mustChangePassword ? <Alert type="warning" role="status" showIcon title={words.mustChange} /> : <Facts />}
      <PasswordForm />
      {!mustChangePassword && <SessionList />}
    </article>
  )
}

function Facts() {
  const { account: words } = useText(texts)
  const { account, roles } = useSession()
  const { language, speak } = useSpeech()
  const { wordsOf } = useRoleWords()
  return (
    <dl className="account-facts">
      <dt>{words.login}</dt>
      <dd>{account?.login}</dd>
      <dt>{words.roles}</dt>
      <dd>
        {roles.length === 0 ? words.noRoles : <ul>{roles.map((role) => <li key={`${role.role}${role.unitId ?? ''}`} lang="zh-CN">{wordsOf(role)}</li>)}</ul>}
      </dd>
      <dt id="account-language">{words.language}</dt>
      <dd>
        <Radio.Group aria-labelledby="account-language" value={language} onChange={({ target }) => speak(target.value === 'en' ? 'en' : 'zh')}>
          <Radio value="zh"><span lang="zh-CN">{languageNames.zh}</span></Radio>
          <Radio value="en"><span lang="en">{languageNames.en}</span></Radio>
        </Radio.Group>
      </dd>
    </dl>
  )
}

/** A language is named in itself, whatever the page speaks. */
const languageNames = { zh: '中文', en: 'English' }
