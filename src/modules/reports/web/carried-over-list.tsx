import { Blank } from '../../../web/ui/blank.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { PagedList } from '../../../web/ui/paged-list.tsx'
import type { CarriedSentence } from './figure.ts'
import { texts } from './texts.ts'

/** 沿用待确认: sentences that still say what was true last year. */
export function CarriedOverList({ sentences }: { sentences: CarriedSentence[] }) {
  const { carried: messages, line, open } = useText(texts)
  if (sentences.length === 0) return <Blank title={messages.none} explain={messages.noneExplain} />
  return (
    <>
      <p className="intro">{messages.intro}</p>
      <PagedList
        entries={sentences}
        searchLabel={messages.search}
        searchedText={({ sentence, reason }) => `${sentence}\n${reason}`}
        keyOf={(entry) => `${entry.line}:${entry.sentence}`}
        render={(entry) => (
          <>
            <p className="place-top">{line(entry.line)}</p>
            <p className="place-sentence" lang="zh-CN">{entry.sentence}</p>
            <dl className="place-facts"><div><dt>{open.reason}</dt><dd lang="zh-CN">{entry.reason}</dd></div></dl>
          </>
        )}
      />
    </>
  )
}
