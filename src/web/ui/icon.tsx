const shapes = {
  workbench: 'M2 8.5 3.5 3h9L14 8.5V13H2zM2 8.5h3.5l1 2h3l1-2H14',
  duties: 'M2.5 2.5h11v11h-11zM2.5 6h11M6 6v7.5M8 9.8l1.3 1.3 2.4-2.6',
  reports: 'M3.5 1.5h6L13 5v9.5H3.5zM9.5 1.5V5H13M6 8h4.5M6 10.5h4.5',
  records: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6 3v10',
  import: 'M8 2v7m0 0 3-3M8 9 5 6M2.5 9.5v4h11v-4',
  metrics: 'M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6',
  units: 'M6 2h4v3H6zM1.5 11h4v3h-4zM10.5 11h4v3h-4zM8 5v3M3.5 11V8h9v3',
  packs: 'M8 1.5 14 4.7v6.6L8 14.5l-6-3.2V4.7zM2 4.7l6 3.2 6-3.2M8 7.9v6.6',
  log: 'M3 3h1M6.5 3H13M3 8h1M6.5 8H13M3 13h1M6.5 13H13',
  menu: 'M2 4h12M2 8h12M2 12h12',
  jobs: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 4.5V8l2.5 1.8',
  light: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2Z',
  system: 'M2 2.5h12v8.5H2zM6 14h4M8 11v3',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14.5c.6-3 2.6-4.5 5.5-4.5s4.9 1.5 5.5 4.5',
  keyboard: 'M1.5 4h13v8.5h-13zM4 6.5h.1M6.6 6.5h.1M9.3 6.5h.1M12 6.5h.1M4.8 10h6.4',
  leave: 'M9.5 2.5h-6v11h6M7 8h7m0 0-2.5-2.5M14 8l-2.5 2.5',
  language: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM1.5 8h13M8 1.5c2 2 2.7 4 2.7 6.5S10 12.5 8 14.5C6 12.5 5.3 10.5 5.3 8S6 3.5 8 1.5Z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  check: 'm3 8.5 3.2 3.2L13 4.5',
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
