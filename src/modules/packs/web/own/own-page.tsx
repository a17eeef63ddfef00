import { Skeleton } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import '../packs.css'
import { useEverything, useOwnFiles } from '../questions.ts'
import { texts } from '../texts.ts'
import { OwnPack } from './own-pack.tsx'

/** The body's own pack, to be read and changed. */
export default function OwnPage() {
  const { editor } = useText(texts)
  const own = useOwnFiles()
  const everything = useEverything()
  usePageTitle(editor.title)
  const failed = [own, everything].find(({ isError }) => isError)
  return (
    <section>
      <Link className="back" to="/packs">← {editor.back}</Link>
      <h1 className="page-title">{editor.title}</h1>
      <p className="muted">{editor.explain}</p>
      {failed !== undefined && <Failure error={failed.error} retry={() => void Promise.all([own.refetch(), everything.refetch()])} />}
      {failed === undefined && (own.isPending || everything.isPending) && <Skeleton active paragraph={{ rows: 10 }} />}
      {own.isSuccess && everything.isSuccess && (
        <OwnPack
          version={own.data.version}
          standing={Object.fromEntries(own.data.files.map(({ path, text }) => [path, text]))}
          everything={everything.data}
        />
      )}
    </section>
  )
}
