import { Button, Dropdown } from 'antd'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { themes, useTheme } from '../ui/theme.tsx'

export function ThemeSwitch() {
  const { themes: names } = useMessages()
  const { theme, choose } = useTheme()
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        selectable: true,
        selectedKeys: [theme],
        items: themes.map((each) => ({ key: each, label: names[each], icon: <Icon shape={each} /> })),
        onClick: ({ key }) => choose(themes.find((each) => each === key) ?? 'system'),
      }}
    >
      <Button type="text" icon={<Icon shape={theme} />} aria-label={names.change(names[theme])} title={names.change(names[theme])} />
    </Dropdown>
  )
}
