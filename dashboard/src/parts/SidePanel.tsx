import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SidePanel.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}

/** More about a row, beside the list it stands in. Escape closes it, and the focus goes back to where it was. */
export function SidePanel({ opened, onClose, title, children }: Props) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="lg" title={title} lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: classes.content, header: classes.content, title: classes.title }}>
      {children}
    </Drawer>
  );
}
