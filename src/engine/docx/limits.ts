/** Bounds checked before anything is inflated or parsed, and again while it is. */
export interface DocxLimits {
  fileBytes: number
  entries: number
  /** Sum of the inflated sizes of all entries. */
  totalBytes: number
  /** Inflated size of one part that is parsed (an XML part). */
  partBytes: number
  /** Inflated ÷ compressed size, asked of entries above `ratioFromBytes` only: small XML repeats itself. */
  ratio: number
  ratioFromBytes: number
  elements: number
  attributes: number
  depth: number
}

export const defaultLimits: DocxLimits = {
  fileBytes: 50 * 2 ** 20,
  entries: 5_000,
  totalBytes: 300 * 2 ** 20,
  partBytes: 32 * 2 ** 20,
  ratio: 250,
  ratioFromBytes: 2 ** 20,
  elements: 400_000,
  attributes: 1_000_000,
  depth: 400,
}
