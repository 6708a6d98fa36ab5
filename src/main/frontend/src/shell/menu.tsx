import {
  ApiOutlined,
  FileDoneOutlined,
  InboxOutlined,
  TableOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface MenuEntry {
  module: 'inbox' | 'orders' | 'fallouts' | 'calls' | 'rules';
  path: string;
  icon: ReactNode;
}

/** Every page a menu can offer; which of them a person sees is the server's to say (/api/me, modules). */
export const menu: MenuEntry[] = [
  { module: 'inbox', path: '/inbox', icon: <InboxOutlined /> },
  { module: 'orders', path: '/orders', icon: <FileDoneOutlined /> },
  { module: 'fallouts', path: '/fallouts', icon: <WarningOutlined /> },
  { module: 'calls', path: '/calls', icon: <ApiOutlined /> },
  { module: 'rules', path: '/rules', icon: <TableOutlined /> },
];
