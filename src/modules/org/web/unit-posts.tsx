import { Button } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { readableDate } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { readUnit } from '../contract/units.ts'
import { today } from './day-field.tsx'
import { LeavePost } from './leave-post.tsx'
import { texts } from './texts.ts'

type Unit = ReplyOf<typeof readUnit>
type Post = Unit['posts'][number]

/** Who holds the posts of a unit, and who held them. */
export function UnitPosts({ unit, mayFill }: { unit: Unit; mayFill: boolean }) {
  const { unit: words } = useText(texts)
  const [leaving, setLeaving] = useState<Post | null>(null)
  const present = unit.posts.filter(({ until }) => until === null || until > today())
  const past = unit.posts.filter((post) => !present.includes(post))
  return (
    <section>
      <h2>{words.posts}</h2>
      {present.length === 0 && <p className="muted">{words.noPosts}</p>}
      <ul className="post-list">
        {present.map((post) => (
          <li key={post.postId}>
            <PostLine post={post} />
            {mayFill && post.until === null && <Button size="small" onClick={() => setLeaving(post)} aria-label={`${words.leave} ${post.name} ${post.title}`}>{words.leave}</Button>}
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary className="muted">{words.pastPosts(past.length)}</summary>
          <ul className="post-list post-list-past">{past.map((post) => <li key={post.postId}><PostLine post={post} /></li>)}</ul>
        </details>
      )}
      {leaving !== null && <LeavePost post={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

function PostLine({ post }: { post: Post }) {
  const { unit: words, responsibilities, erased } = useText(texts)
  const language = useLanguage()
  const [from, until] = [readableDate(post.since, language), post.until === null ? null : readableDate(post.until, language)]
  return (
    <>
      <span className="post-who" lang="zh-CN">{post.name === '' ? erased : post.name}</span>
      <span lang="zh-CN">{post.title}</span>
      {post.responsibility !== null && <span className="post-bears">{responsibilities[post.responsibility as keyof typeof responsibilities] ?? post.responsibility}</span>}
      <span className="muted">{until === null ? words.since(from) : words.until(from, until)}</span>
    </>
  )
}
