import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task, TaskAction, TaskActionName } from '../api/types';
import { withWords } from '../i18n';
import { useMe } from '../shell/session';
import { Key } from '../ui/Key';
import { PopMenu } from '../ui/PopMenu';
import { useShortcuts } from '../ui/shortcuts';

const ActionDialog = lazy(() => withWords(() => import('./actions/ActionDialog')));

/** At hand beside claiming; everything else lies in the menu. */
const COMMON: TaskActionName[] = ['take-back', 'resolve', 'assign', 'delegate', 'unclaim'];
const SHOWN = 2;
const ORDER: TaskActionName[] = [
  'opinion-before',
  'opinion-after',
  'return',
  'copy',
  'urge',
  'follow-up',
  'assign',
  'delegate',
  'unclaim',
];

/** What may be done with a task: the common ones as buttons, the rest in a menu, what the table forbids with its reason. */
export function TaskActions({
  task,
  actions = [],
  busy,
  onClaim,
  onMoved,
}: {
  task: Task;
  actions: TaskAction[] | undefined;
  busy: boolean;
  onClaim: () => void;
  onMoved: (id: string) => void;
}) {
  const { t } = useTranslation('workflow');
  const me = useMe();
  const [asked, setAsked] = useState<TaskAction>();

  const run = (action: TaskAction) => {
    if (action.action === 'claim') onClaim();
    else setAsked(action);
  };
  const allowed = (name: TaskActionName) => actions.find((one) => one.action === name && one.allowed);
  const shown = COMMON.flatMap((name) => allowed(name) ?? []).slice(0, SHOWN);
  const place = ({ action, allowed }: TaskAction) => ORDER.indexOf(action) + (allowed ? 0 : ORDER.length);
  const rest = actions
    // an opinion is withdrawn where it stands
    .filter((one) => !/^(claim|opinion-withdraw)$/.test(one.action) && !shown.includes(one))
    .sort((one, other) => place(one) - place(other));
  const claim = allowed('claim');
  const label = ({ action }: TaskAction) =>
    t(action === 'resolve' && task.owner === me.id ? 'actions.fetch' : `actions.${action}`);
  const assign = allowed('assign');
  const delegate = allowed('resolve') ?? allowed('delegate');
  const unclaim = allowed('unclaim');

  useShortcuts([
    ...(assign ? [{ keys: 'a', text: t('keys.assign'), run: () => run(assign) }] : []),
    ...(delegate ? [{ keys: 'd', text: t('keys.delegate'), run: () => run(delegate) }] : []),
    ...(unclaim ? [{ keys: 'u', text: t('keys.unclaim'), run: () => run(unclaim) }] : []),
  ]);

  return (
    <div className="detail-actions">
      {shown.map((one) => (
        <Button
          key={one.action}
          disabled={busy}
          type={one.action === 'resolve' && task.owner !== me.id ? 'primary' : 'default'}
          onClick={() => run(one)}
        >
          {label(one)}
        </Button>
      ))}
      {rest.length > 0 && (
        <PopMenu
          className="framed"
          label={t('actions.more')}
          button={t('actions.more')}
          items={rest.map((one) => ({
            key: one.action,
            label: label(one),
            refused: one.allowed ? undefined : (one.reason ?? ' '),
            run: () => run(one),
          }))}
        />
      )}
      {claim && (
        <Button type="primary" loading={busy} onClick={onClaim}>
          {t('claim')} <Key of="c" />
        </Button>
      )}
      {asked && (
        <Suspense>
          <ActionDialog
            task={task}
            action={asked}
            title={label(asked)}
            onClose={() => setAsked(undefined)}
            onMoved={onMoved}
          />
        </Suspense>
      )}
    </div>
  );
}
