import { DesktopOutlined, MoonOutlined, SunOutlined, TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n';
import { PopMenu } from '../ui/PopMenu';
import { prefer, usePreferences } from './preferences';

/** Says the name of the other language in that language, so that whoever cannot read this one finds it. */
export function LanguageSwitch() {
  const { language } = usePreferences();
  const other =
    language === 'en' ? ({ id: 'zh-CN', name: '中文' } as const) : ({ id: 'en', name: 'English' } as const);
  return (
    <Button
      type="text"
      icon={<TranslationOutlined />}
      lang={other.id}
      onClick={() => void switchLanguage(other.id)}
    >
      {other.name}
    </Button>
  );
}

const icons = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> };

export function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const { theme } = usePreferences();
  return (
    <PopMenu
      label={t('theme.title')}
      button={icons[theme]}
      items={(['light', 'dark', 'system'] as const).map((key) => ({
        key,
        icon: icons[key],
        label: t(`theme.${key}`),
        checked: key === theme,
        run: () => prefer({ theme: key }),
      }))}
    />
  );
}
