import { useTranslation } from 'react-i18next';
import type { AuditPage } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useElementName, useSaid, useStepName } from './words';

/** Each record that was asked for, element by element, and the step that wrote it. */
export function Records({ records }: { records: AuditPage['records'] }) {
  const { t } = useTranslation('audit');
  const systemName = useSystemName();
  const elementName = useElementName();
  const stepName = useStepName();
  const said = useSaid();
  return (
    <div className="audit-records">
      {records.map((record) => (
        <section key={record.position} aria-label={`${systemName(record.system)} ${record.recordId}`}>
          <h3>
            {systemName(record.system)} · {t(`kind.${record.kind as 'service'}`)}{' '}
            <span className="number muted">{record.recordId}</span>{' '}
            <Tag tone={record.state === 'found' ? 'plain' : record.state === 'asked' ? 'info' : 'warn'}>
              {t(`recordState.${record.state as 'found'}`)}
            </Tag>
          </h3>
          <p className="muted audit-small">
            {t('writtenBy')}: {stepName(record.writtenBy)} <span className="number">{record.writtenBy}</span>{' '}
            · {minute(record.written)}
          </p>
          <table className="audit-elements">
            <thead>
              <tr>
                <th>{t('element.title')}</th>
                <th>{t('esop')}</th>
                <th>{t('theirs')}</th>
                <th>{t('verdict')}</th>
                <th>{t('basis.title')}</th>
              </tr>
            </thead>
            <tbody>
              {record.elements.map((element) => {
                const same = element.ours === element.theirs;
                return (
                  <tr key={element.element}>
                    <td>{elementName(element.element)}</td>
                    <td className="number">{said(element.ours)}</td>
                    <td className={same ? 'number' : 'number audit-differs'}>
                      {record.state === 'found' ? said(element.theirs) : '–'}
                    </td>
                    <td>
                      {record.state === 'found' || record.state === 'missing'
                        ? t(same ? 'same' : 'different')
                        : '–'}
                    </td>
                    <td>{t(`basis.${element.basis as 'esop'}`)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
