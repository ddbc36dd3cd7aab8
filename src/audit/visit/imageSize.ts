export interface ImageSize {
  readonly width: number
  readonly height: number
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50
const isGif = (bytes: Uint8Array) => bytes[0] === 0x47 && bytes[1] === 0x49 && bytes[2] === 0x46

/** Width and height of a GIF, PNG or WebP; nothing for anything else, which no counting pixel comes as. */
export const imageSize = (bytes: Uint8Array): ImageSize | undefined => {
  if (bytes.length < 24) return isGif(bytes) && bytes.length >= 10 ? gif(bytes) : undefined
  if (isGif(bytes)) return gif(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isPng(bytes)) return { width: view.getUint32(16), height: view.getUint32(20) }
  const text = (from: number) => String.fromCharCode(...bytes.subarray(from, from + 4))
  if (text(0) !== 'RIFF' || text(8) !== 'WEBP' || bytes.length < 30) return
  if (text(12) === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (text(12) !== 'VP8L') return
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

const gif = (bytes: Uint8Array): ImageSize => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** A picture that nobody can see. */
export const isPixel = ({ width, height }: ImageSize): boolean => width <= 3 && height <= 3
