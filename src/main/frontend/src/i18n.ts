import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from './api/client';
import { speakDates } from './ui/time';
import { preferences, prefer, type Language } from './shell/preferences';
import type { texts as zh } from './texts/zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof zh;
  }
}

/** One chunk per language, fetched when it is first spoken. */
const load = {
  'zh-CN': () => import('./texts/zh'),
  en: () => import('./texts/en'),
} satisfies Record<Language, () => Promise<{ texts: object; antd: Locale }>>;

const antdLocales: Partial<Record<Language, Locale>> = {};

/** The words inside Ant Design's own parts. */
export function antdLocale(language: Language): Locale | undefined {
  return antdLocales[language];
}

async function prepare(language: Language) {
  const { texts, antd } = await load[language]();
  antdLocales[language] = antd;
  for (const [namespace, bundle] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, bundle);
  }
  speak(language);
  speakDates(language);
  document.documentElement.lang = language;
}

export async function startI18n() {
  const { language } = preferences();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await prepare(language);
  await i18next.changeLanguage(language);
}

/** Switches everything at once, without reloading the page or losing what was typed. */
export async function switchLanguage(language: Language) {
  await prepare(language);
  await i18next.changeLanguage(language);
  prefer({ language });
}
