import { Button } from 'antd'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { useAddress } from '../../../web/ui/address.ts'
import { readableDate } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import type { listPeople } from '../contract/people.ts'
import { today } from './day-field.tsx'
import { texts } from './texts.ts'

export type Person = ReplyOf<typeof listPeople>['people'][number]

type Act = (what: 'fill' | 'erase', person: Person) => void

/** Name, posts, and what may be done; null where nothing may be. On a narrow screen they stand below each other. */
export function usePeopleColumns(act: Act | null) {
  const { people: words, erased } = useText(texts)
  const { query } = useAddress()
  const name = (person: Person) => <b lang="zh-CN">{person.name === '' ? erased : person.name}</b>
  const actions = (person: Person) => act !== null && person.name !== '' && (
    <span className="row-actions">
      <Button size="small" onClick={() => act('fill', person)} aria-label={`${words.fill} ${person.name}`}>{words.fill}</Button>
      <Button size="small" type="text" danger onClick={() => act('erase', person)} aria-label={`${words.erase} ${person.name}`}>{words.erase}</Button>
    </span>
  )
  if (!useIsWide()) {
    return [{ title: words.columns.name, key: 'name', render: (_: unknown, person: Person) => <>{name(person)}<Posts person={person} />{actions(person)}</> }]
  }
  return [
    {
      title: words.columns.name, key: 'name', width: 200, sorter: true, sortDirections: ['ascend' as const, 'descend' as const],
      sortOrder: query.get('sort') === '-name' ? ('descend' as const) : ('ascend' as const),
      render: (_: unknown, person: Person) => name(person),
    },
    { title: words.columns.posts, key: 'posts', render: (_: unknown, person: Person) => <Posts person={person} /> },
    ...(act === null ? [] : [{ title: words.columns.actions, key: 'actions', width: 230, render: (_: unknown, person: Person) => actions(person) }]),
  ]
}

function Posts({ person: { posts } }: { person: Person }) {
  const { people: words, unit: unitWords, responsibilities, noUnit } = useText(texts)
  const language = useLanguage()
  const present = posts.filter(({ since, until }) => since <= today() && (until === null || until > today()))
  const past = posts.filter((post) => !present.includes(post))
  const pastWords = past.map(({ unit, title }) => `${unit === '' ? noUnit : unit} ${title}`).join('、')
  return (
    <>
      {present.length === 0 && <span className="muted">{words.noPost}</span>}
      <ul className="person-posts">
        {present.map((post) => (
          <li key={post.postId} lang="zh-CN">
            <Link to={`/units/${post.unitId}`}>{post.unit}</Link> {post.title}
            {post.responsibility !== null && <span className="post-bears"> {responsibilities[post.responsibility as keyof typeof responsibilities]}</span>}
            <span className="muted"> {unitWords.since(readableDate(post.since, language))}</span>
          </li>
        ))}
      </ul>
      {past.length > 0 && <span className="muted" lang="zh-CN">{words.past(pastWords)}</span>}
    </>
  )
}
