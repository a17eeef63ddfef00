/** A checkpoint as somebody kept it. */
export interface Anchor {
  position: number
  hash: string
}

/** Reads a checkpoint however it was copied: a position and 64 hexadecimal digits, with words or signs around them. */
export function anchorOf(text: string): Anchor | null {
  const hash = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.exec(text)
  if (hash === null) return null
  const rest = text.replace(hash[0], ' ').replaceAll(/(?<=\d)[,，\s](?=\d{3})/g, '')
  const position = /\d{1,15}/.exec(rest)
  return position === null || Number(position[0]) === 0 ? null : { position: Number(position[0]), hash: hash[0].toLowerCase() }
}
