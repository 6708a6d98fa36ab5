import { theme, type ThemeConfig } from 'antd';

// The machine's own Chinese fonts: a web font of 20,000 signs would weigh more than the console
const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', " +
  "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif";

export function themeOf(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      colorPrimary: dark ? '#3b82f6' : '#1556c5',
      colorInfo: dark ? '#3b82f6' : '#1556c5',
      colorLink: dark ? '#6ea8fe' : '#1556c5',
      colorError: dark ? '#f0625d' : '#c62828',
      colorSuccess: dark ? '#4ab26b' : '#1b7a3d',
      colorWarning: dark ? '#e0a030' : '#a85f00',
      colorBgBase: dark ? '#12171f' : '#ffffff',
      colorBgLayout: dark ? '#0c1016' : '#f3f5f8',
      colorBgContainer: dark ? '#151b24' : '#ffffff',
      colorBgElevated: dark ? '#1c2430' : '#ffffff',
      colorBorder: dark ? '#3a4655' : '#ccd3dc',
      colorBorderSecondary: dark ? '#28323f' : '#e4e8ee',
      colorText: dark ? '#e6eaf0' : '#1c2430',
      colorTextSecondary: dark ? '#a9b4c2' : '#566273',
      colorTextTertiary: dark ? '#96a2b1' : '#647081',
      colorTextPlaceholder: dark ? '#8793a2' : '#647081',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: dark ? '#1a212c' : '#f7f9fb',
        headerColor: dark ? '#a9b4c2' : '#566273',
        headerSplitColor: 'transparent',
        headerSortActiveBg: dark ? '#1a212c' : '#f7f9fb',
        headerSortHoverBg: dark ? '#222b38' : '#eef1f5',
        bodySortBg: 'transparent',
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 12,
      },
      Tooltip: { colorBgSpotlight: dark ? '#323d4c' : '#1c2430' },
      Card: { bodyPadding: 16, headerPadding: 16 },
    },
  };
}
