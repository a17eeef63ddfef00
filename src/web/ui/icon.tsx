const shapes = {
  download: 'M8 2v8m0 0 3-3m-3 3L5 7M3 13h10',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H3v-5h10v5h-1.5M4.5 9.5h7v4h-7z',
  file: 'M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  previous: 'm10 3-5 5 5 5',
  next: 'm6 3 5 5-5 5',
}

/** A line drawing beside a word; it says nothing that the word does not. */
export function Icon({ shape }: { shape: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[shape]} />
    </svg>
  )
}
