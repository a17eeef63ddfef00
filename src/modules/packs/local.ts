import { Invalid } from '../../platform/errors.ts'
import { stalePack, type AdoptedPack } from './adoption.ts'
import { entryFolders, maxFileBytes, maxFilesPerFolder } from './pack-files.ts'

/** The id of the pack that a body writes itself. */
export const localPack = 'local'

export interface LocalChange {
  /** The version the change was made upon; null where the body has no pack of its own yet. Left out: whatever is there. */
  expected?: string | null
  /** Texts by path, `kinds/open-day.yaml`; null takes the file away. */
  files: Record<string, string | null>
}

/** The texts of the body's own pack after a change, under the next version. */
export function changeLocalTexts(current: AdoptedPack | undefined, { expected, files }: LocalChange): { texts: Map<string, string>; version: string } {
  const standing = current?.version ?? null
  if (expected !== undefined && expected !== standing) throw stalePack(localPack, standing)
  const version = `1.0.${standing === null ? 0 : Number(standing.split('.').at(-1)) + 1}`
  const texts = new Map(current?.texts)
  for (const [place, text] of Object.entries(files)) {
    refuseUnfit(place, text)
    if (text === null) texts.delete(place)
    else texts.set(place, text)
  }
  if (texts.size > maxFilesPerFolder) throw new Invalid('pack-too-large', `本单位制度包最多 ${maxFilesPerFolder} 个文件。`)
  texts.set('pack.yaml', manifest(version))
  return { texts, version }
}

function refuseUnfit(place: string, text: string | null): void {
  const [folder, name] = place.split('/', 2)
  const known = entryFolders.some((one) => one === folder)
  if (!known || name === undefined || !/^[a-z0-9-]+\.yaml$/.test(name) || place.split('/').length !== 2) {
    throw new Invalid('bad-pack-path', `“${place.slice(0, 80)}”不能放进制度包；应为 ${entryFolders.join('、')} 之一下面的 .yaml 文件。`, { path: place })
  }
  if (text !== null && Buffer.byteLength(text) > maxFileBytes) {
    throw new Invalid('pack-file-too-large', `“${place}”超过 ${maxFileBytes / 1024} KB。`, { path: place })
  }
}

function manifest(version: string): string {
  return [
    `id: ${localPack}`, 'title: 本单位制度包', 'en: Our own pack', `version: ${version}`, 'licence: 本单位自用',
    'source: { rule: 本单位规定, tag: unverified }', '',
  ].join('\n')
}
