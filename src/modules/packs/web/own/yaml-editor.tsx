import { yaml, yamlLanguage } from '@codemirror/lang-yaml'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { basicSetup, EditorView } from 'codemirror'
import { useEffect, useEffectEvent, useRef } from 'react'

export interface Mark {
  /** Counted from 1. */
  line: number
  message: string
}

interface Props {
  label: string
  text: string
  marks: Mark[]
  /** Words that are offered while one types: ids of kinds, metrics, vocabularies, and the names of their parts. */
  words: string[]
  isReadOnly: boolean
  onChange(text: string): void
}

/** A text of YAML with its mistakes at their lines. Esc, then Tab leaves it. */
export default function YamlEditor({ label, text, marks, words, isReadOnly, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const offered = useRef(words)
  const tell = useEffectEvent(onChange)
  useEffect(() => {
    offered.current = words
  }, [words])
  useEffect(() => {
    if (place.current === null) return
    const editor = new EditorView({
      parent: place.current,
      doc: text,
      extensions: [
        basicSetup,
        yaml(),
        yamlLanguage.data.of({ autocomplete: completing(offered) }),
        lintGutter(),
        EditorView.lineWrapping,
        EditorView.editable.of(!isReadOnly),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': String(isReadOnly), ...(isReadOnly ? { tabindex: '0' } : {}) }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) tell(state.doc.toString())
        }),
      ],
    })
    view.current = editor
    return () => editor.destroy()
    // A file of another name has an editor of its own; its text comes back from what was typed here.
  }, [label, isReadOnly])
  useEffect(() => {
    const editor = view.current
    if (editor === null || editor.state.doc.toString() === text) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
  }, [text])
  useEffect(() => {
    const editor = view.current
    if (editor === null) return
    const { doc } = editor.state
    const diagnostics = marks.map(({ line, message }) => {
      const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
      return { from, to, severity: 'error' as const, message }
    })
    editor.dispatch(setDiagnostics(editor.state, diagnostics))
  }, [marks, text])
  return <div ref={place} className="own-editor" />
}

interface Typing {
  pos: number
  explicit: boolean
  matchBefore(pattern: RegExp): { from: number; to: number; text: string } | null
}

function completing(offered: { current: string[] }) {
  return (typing: Typing) => {
    const word = typing.matchBefore(/[a-zA-Z][\w-]*/)
    if (word === null && !typing.explicit) return null
    return { from: word?.from ?? typing.pos, options: offered.current.map((label) => ({ label })), validFor: /^[\w-]*$/ }
  }
}
