/** Hands bytes to the person as a file of their browser's downloads. */
export function saveFile(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[\\/:*?"<>|\n\r]/g, ' ')
  link.click()
  setTimeout(() => URL.revokeObjectURL(address))
}
