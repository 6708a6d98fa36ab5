import { ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Tag } from './Tag';
import { minute, span, useNow } from './time';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** That something will not be done in time, by what is usual, and from how many cases that was derived. */
export function AtRisk({
  due,
  expected,
  cases,
  short = false,
}: {
  due: string;
  expected: string;
  cases: number;
  /** One word, with the sentence behind it. */
  short?: boolean;
}) {
  const { t } = useTranslation('ui');
  const now = useNow();
  if (Date.parse(due) <= now) return null;

  const words = (milliseconds: number) => {
    const { unit, count } = span(milliseconds);
    const hours = unit === 'days' ? Math.floor((milliseconds % DAY) / HOUR) : 0;
    return t(`span.${unit}`, { count }) + (hours ? ` ${t('span.hours', { count: hours })}` : '');
  };
  const needs = words(Math.max(0, Date.parse(expected) - now));
  const sentence = t('risk.sentence', { needs, left: words(Date.parse(due) - now) });
  const source = t('risk.source', { count: cases, expected: minute(expected) });
  return (
    <Tag tone="warn" title={short ? `${sentence} ${source}` : source}>
      <ClockCircleOutlined aria-hidden /> {short ? t('risk.word') : sentence}
      {!short && <small> {t('risk.cases', { count: cases })}</small>}
    </Tag>
  );
}
