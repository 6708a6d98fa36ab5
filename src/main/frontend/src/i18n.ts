import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from './api/client';
import { speakDates } from './ui/time';
import { preferences, prefer, type Language } from './shell/preferences';
import type { texts as zh } from './texts/zh';
import type { texts as zhPages } from './texts/zh-pages';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof zh & typeof zhPages;
  }
}

/** The words of all pages but the first ones: fetched with the first page or dialog that says them. */
const loadPages = {
  'zh-CN': () => import('./texts/zh-pages'),
  en: () => import('./texts/en-pages'),
} satisfies Record<Language, () => Promise<{ texts: object }>>;

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

/** Whether some page has needed more than the first words. */
let wanted = false;

function add(language: Language, texts: object) {
  for (const [namespace, bundle] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, bundle);
  }
}

async function prepareWords(language: Language) {
  add(language, (await loadPages[language]()).texts);
}

/** The first page may ask before anything can be spoken. */
let begun: () => void;
const speaking = new Promise<void>((resolve) => (begun = resolve));

/** Loads a page or dialog together with its words. */
export async function withWords<T>(load: () => Promise<T>): Promise<T> {
  wanted = true;
  const [loaded] = await Promise.all([load(), speaking.then(() => prepareWords(preferences().language))]);
  return loaded;
}

async function prepare(language: Language) {
  const { texts, antd } = await load[language]();
  antdLocales[language] = antd;
  add(language, texts);
  if (wanted) await prepareWords(language);
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
  begun();
  await prepare(language);
  await i18next.changeLanguage(language);
}

/** Switches everything at once, without reloading the page or losing what was typed. */
export async function switchLanguage(language: Language) {
  await prepare(language);
  await i18next.changeLanguage(language);
  prefer({ language });
}
