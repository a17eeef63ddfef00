import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../ui/language.tsx'
import { useIsDark } from '../ui/theme.tsx'
import { useMatch } from '../ui/use-screen.ts'

const common = {
  fontFamily: '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
  fontSize: 15,
  borderRadius: 4,
  wireframe: false,
}
const light = {
  ...common,
  colorPrimary: '#1f4e79', colorLink: '#1f4e79', colorInfo: '#1f4e79',
  colorTextBase: '#1f2328', colorTextPlaceholder: '#667080',
  colorBgBase: '#ffffff',
  colorError: '#b42318',
}
const dark = {
  ...common,
  colorPrimary: '#6ea3d8', colorLink: '#8bb8e6', colorInfo: '#6ea3d8',
  colorTextBase: '#e8e6e1', colorTextPlaceholder: '#98a1ad',
  colorError: '#ff8a84',
  colorBgBase: '#16191d', colorBgContainer: '#16191d', colorBgElevated: '#1b1f24',
  colorBorder: '#454c55', colorBorderSecondary: '#2b3036',
}

/** Language and colours of the components. */
export function Appearance({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const isDark = useIsDark()
  const isStill = useMatch('(prefers-reduced-motion: reduce)')
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={themeOf(isDark, isStill)}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}

const components = {
  Table: {
    headerBg: 'transparent', headerSplitColor: 'transparent', headerSortActiveBg: 'transparent', headerSortHoverBg: 'transparent',
    bodySortBg: 'transparent', rowHoverBg: 'var(--hover)', borderColor: 'var(--rule)', cellPaddingBlock: 18,
  },
  Button: { primaryShadow: 'none', defaultShadow: 'none' },
  Tabs: { horizontalItemGutter: 48, titleFontSize: 15 },
}

/** White on the lighter blue of the dark theme would fall below a contrast of 4.5. */
const darkComponents = { ...components, Button: { ...components.Button, primaryColor: '#0d1722', dangerColor: '#0d1722' } }

const lightTheme = { algorithm: theme.defaultAlgorithm, token: light, components }
const darkTheme = { algorithm: theme.darkAlgorithm, token: dark, components: darkComponents }
const stillThemes = [lightTheme, darkTheme].map((each) => ({ ...each, token: { ...each.token, motion: false } }))

function themeOf(isDark: boolean, isStill: boolean) {
  return (isStill ? stillThemes[Number(isDark)] : undefined) ?? (isDark ? darkTheme : lightTheme)
}
