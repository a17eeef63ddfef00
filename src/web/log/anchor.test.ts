import { describe, expect, it } from 'vitest'
import { anchorOf } from './anchor.ts'

const hash = '9f2c'.repeat(16)

describe('anchorOf', () => {
  it.each([
    [`48211 ${hash}`, 48211],
    [`第 48,211 位 · 校验值 ${hash.toUpperCase()}`, 48211],
    [`${hash}\n7`, 7],
    [`{"position":3,"hash":"${hash}"}`, 3],
  ])('reads %s', (text, position) => {
    expect(anchorOf(text)).toEqual({ position, hash })
  })

  it.each(['', '48211', hash, `0 ${hash}`, `12 ${hash}ab`, '48211 9f2c'])('finds none in %j', (text) => {
    expect(anchorOf(text)).toBeNull()
  })
})
