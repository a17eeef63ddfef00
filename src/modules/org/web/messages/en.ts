import type { zh } from './zh.ts'

export const en: typeof zh = {
  picker: { placeholder: 'Choose a unit', none: 'No unit to choose', failed: 'The units could not be read; try again later' },
}
