import { useText } from '../../../../web/ui/language.tsx'
import { texts } from '../texts.ts'

interface Problem {
  path: string
  line: number
  message: string
}

/** The mistakes, each leading to its file. */
export function Problems({ problems, isChecking, onOpen }: { problems: Problem[]; isChecking: boolean; onOpen(path: string): void }) {
  const { editor: words } = useText(texts)
  return (
    <>
      <p role="status" className={problems.length > 0 ? 'refusal' : 'muted'}>
        {isChecking ? words.checking : problems.length === 0 ? words.noProblems : words.problems(problems.length)}
      </p>
      <ul className="own-problems">
        {problems.slice(0, 50).map(({ path, line, message }, n) => (
          <li key={n}>
            <button type="button" className="plain-link own-problem-place" onClick={() => onOpen(path)}>{path} {words.line(line)}</button>
            <span lang="zh-CN">{message}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
