import { message, notification } from 'antd';
import { createContext, use, useMemo, type ReactNode } from 'react';

type Message = ReturnType<typeof message.useMessage>[0];
type Notification = ReturnType<typeof notification.useNotification>[0];

/** Pixels: what completes a task stands at the bottom right and stays within reach. */
const ABOVE_THE_BAR = 64;

const Toasts = createContext<{ message: Message; notification: Notification } | undefined>(undefined);

/**
 * Short words at the edge of the page, in the theme and language of the page (Ant Design's static calls know neither;
 * its App would bring the dialogs along, which the inbox does not need).
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, messageHolder] = message.useMessage({ maxCount: 3 });
  const [notifications, notificationHolder] = notification.useNotification({
    placement: 'bottomRight',
    bottom: ABOVE_THE_BAR,
  });
  const toasts = useMemo(
    () => ({ message: messages, notification: notifications }),
    [messages, notifications],
  );
  return (
    <Toasts value={toasts}>
      {messageHolder}
      {notificationHolder}
      {children}
    </Toasts>
  );
}

export function useToasts() {
  const toasts = use(Toasts);
  if (!toasts) throw new Error('no ToastProvider');
  return toasts;
}
