import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes, gzipped, of the JavaScript that a browser must have before any page is drawn: what index.html names, and what that imports. */
export async function initialScriptBytes(webFolder: string): Promise<number> {
  const html = await readFile(join(webFolder, 'index.html'), 'utf8')
  const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => join(webFolder, path))
  const known = new Set<string>()
  let bytes = 0
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (known.has(path)) continue
    known.add(path)
    const script = await readFile(path, 'utf8')
    bytes += gzipSync(script).length
    for (const [, imported = ''] of script.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) waiting.push(join(dirname(path), imported))
  }
  return bytes
}
