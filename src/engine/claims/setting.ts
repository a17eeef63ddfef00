/** The paragraph a slot stands in, as it is and as it is read, with the name of the body whose report it is. */
export interface Setting {
  line: number
  text: string
  original: string
  body: string
}
