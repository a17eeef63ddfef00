const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** Keys as they are printed on the keyboard. */
export function keyNames(keys: string): string[] {
  return keys.replace('Mod+', isMac ? '⌘ ' : 'Ctrl ').split(' ')
}
