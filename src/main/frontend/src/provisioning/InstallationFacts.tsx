import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { visit } from '../partner/visit';
import { Failure } from '../ui/Blank';
import { minute } from '../ui/time';
import { useBilingual } from '../ui/words';
import { installationQuery } from './queries';

/** Which partner does it, why this one, and when it comes. */
export function InstallationFacts({ id }: { id: string }) {
  const { t } = useTranslation('provisioning');
  const bilingual = useBilingual();
  const { data, error, refetch } = useQuery(installationQuery(id));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const facts: [string, ReactNode][] = [
    [t('installation.partner'), bilingual(data, 'partnerName')],
    [t('installation.by'), t(data.system ? 'installation.system' : 'installation.people')],
    [
      t('installation.why'),
      `${data.reason} · ${t('installation.rule', { rule: data.rule, version: data.ruleVersion, load: data.load })}`,
    ],
    [t('installation.visit'), data.visitFrom && data.visitTo && visit(data.visitFrom, data.visitTo)],
    [t('installation.signature'), data.signature],
    [t('installation.refused'), data.refused && `${minute(data.refused)} ${data.refusal ?? ''}`],
  ];
  return (
    <dl className="facts work-order-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
