/** The paragraph a slot stands in, as it is and as it is read, with the heading of its section. */
export interface Setting {
  line: number
  text: string
  original: string
  heading: string
}
