export const zh = {
  picker: { placeholder: '选择单位', none: '没有可选的单位', failed: '没有读到单位，请稍后再试' },
}
