import type { CellStyle } from 'hucre/xlsx'

const thin = { style: 'thin', color: { rgb: 'C9CED6' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const text = (size: number, rgb: string, bold = false) => ({ name: '微软雅黑', size, bold, color: { rgb } })

const heading = (background: string, ink: string): CellStyle => ({
  font: text(10.5, ink, true),
  fill: fill(background),
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
})

const cell: CellStyle = { font: { name: '宋体', size: 11, color: { rgb: '1F2933' } }, border, alignment: { vertical: 'center', wrapText: true } }

/** Few colours: dark for what must be filled, light blue for what this report uses, grey for the rest. */
export const style = {
  title: { font: text(16, '1F3A5F', true), alignment: { vertical: 'center' } },
  subtitle: { font: text(11, '1F3A5F', true), alignment: { vertical: 'center' } },
  note: { font: text(9.5, '6B7280'), alignment: { vertical: 'center', wrapText: true } },
  line: { font: text(10.5, '1F2933'), alignment: { vertical: 'center', wrapText: true } },
  required: heading('33557F', 'FFFFFF'),
  used: heading('DCE8F5', '1F3A5F'),
  other: heading('F1F3F5', '6B7280'),
  cell,
  date: { ...cell, numFmt: 'yyyy-mm-dd', alignment: { horizontal: 'center', vertical: 'center' } },
  example: { ...cell, font: { name: '宋体', size: 11, italic: true, color: { rgb: '9AA1AB' } } },
  table: { font: text(10, '1F2933'), border, alignment: { vertical: 'top', wrapText: true } },
  link: { font: { ...text(10.5, '2457A6', true), underline: true }, border, alignment: { vertical: 'top' } },
} satisfies Record<string, CellStyle>
