/** GB/T 9704-2012 as numbers of Word: twentieths of a point, half points, and twips (1/1440 inch). */

export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  pageNumber: '宋体',
  latin: 'Times New Roman',
} as const

export const sizes = {
  /** 2号, 22 pt */
  title: 44,
  /** 3号, 16 pt */
  body: 32,
  /** 4号, 14 pt */
  pageNumber: 28,
  /** 5号, 10.5 pt */
  annex: 21,
} as const

export const twipsOfMillimetres = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** A4 with 版心 156 × 225 mm. */
export const page = {
  width: twipsOfMillimetres(210),
  height: twipsOfMillimetres(297),
  top: twipsOfMillimetres(37),
  bottom: twipsOfMillimetres(35),
  left: twipsOfMillimetres(28),
  right: twipsOfMillimetres(26),
  /** The dash of the page number, in the middle of its line of 14 pt, stands 7 mm below 版心. */
  footer: twipsOfMillimetres(35 - 7) - sizes.pageNumber * 5,
} as const

/** 225 mm / 22 lines. */
export const linePitch = 579

/** 156 mm / 28 characters is 15.79 pt; 16 pt less 0.25 pt gives exactly 28 in Word's and LibreOffice's grids. */
export const characterSpacing = -5

/** Width of one character of 3号 as set. */
export const character = sizes.body * 10 + characterSpacing
