/** Hands a file over to the visitor; nothing leaves the browser. */
export const download = (name: string, content: string | Uint8Array, type = 'application/octet-stream'): void => {
  const part = typeof content === 'string' ? content : (content as Uint8Array<ArrayBuffer>)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([part], { type }))
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Copies, also where the page was opened from a folder and the newer interface is not there. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    // oxlint-disable-next-line typescript/no-deprecated -- the only way where there is no clipboard
    const isCopied = document.execCommand('copy')
    area.remove()
    return isCopied
  }
}
