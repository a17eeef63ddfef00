import { useText } from '../../../web/ui/language.tsx'
import type { Pack } from './questions.ts'
import { texts } from './texts.ts'

/** Where something comes from, and how sure that is. */
export function SourceLine({ source: { rule, edition, article, tag } }: { source: Pack['source'] }) {
  const { tags } = useText(texts)
  return (
    <>
      <span lang="zh-CN">{[rule, edition, article].filter(Boolean).join('，')}</span>{' '}
      <span className={`source-tag source-${tag}`}>{tags[tag]}</span>
    </>
  )
}
