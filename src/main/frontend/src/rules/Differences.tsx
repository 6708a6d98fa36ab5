import { useTranslation } from 'react-i18next';
import type { DecisionTable, TableDifference } from '../api/types';
import { Tag, type Tone } from '../ui/Tag';
import { useTableWords } from './useTableWords';

const tones: Record<string, Tone> = { added: 'good', removed: 'bad', changed: 'warn', moved: 'info' };

/** How two versions differ: per rule, and of a changed one only the cells that did. */
export function Differences({
  table,
  differences,
}: {
  table: DecisionTable;
  differences: TableDifference[];
}) {
  const { t } = useTranslation('rules');
  const words = useTableWords();
  const columns = [
    ...table.inputs.map(({ expression, label }) => words.column(expression, label)),
    ...table.outputs.map(({ name, label }) => words.column(name, label)),
    t('description'),
  ];
  const cells = (rule: TableDifference['before']) =>
    rule ? [...rule.inputs, ...rule.outputs, rule.description] : [];
  if (differences.length === 0) return <p className="muted">{t('noDifference')}</p>;
  return (
    <ul className="diff">
      {differences.map(({ rule, kind, before, after }) => {
        const old = cells(before);
        const now = cells(after);
        return (
          <li key={rule}>
            <Tag tone={tones[kind] ?? 'plain'}>{t(`kinds.${kind}` as 'kinds.added')}</Tag>
            <b>{(after ?? before)?.description || rule}</b>
            <dl>
              {columns.map((column, at) => {
                const [was, is] = [old[at] ?? '', now[at] ?? ''];
                if (kind === 'moved' || was === is) return null;
                return (
                  <div key={column}>
                    <dt>{column}</dt>
                    <dd>
                      {before && <del>{was || t('anyCell')}</del>}
                      {after && <ins>{is || t('anyCell')}</ins>}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
