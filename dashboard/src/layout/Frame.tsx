import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Offline } from './Offline';
import { Navigation } from './Navigation';
import { SchemeSwitch } from './SchemeSwitch';
import { WorkspaceName } from './WorkspaceName';
import classes from './Frame.module.css';

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure();
  const [place] = useLocation();
  useEffect(close, [place, close]);
  return (
    <>
      <a href="#content" className={classes.skip}>Skip to the content</a>
      <AppShell header={{ height: 56 }} navbar={{ width: 224, breakpoint: 'md', collapsed: { mobile: !opened } }} padding={{ base: 'md', md: 'xl' }} withBorder={false}>
        <AppShell.Header className={classes.header}>
          <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={opened ? 'Close the navigation' : 'Open the navigation'} aria-expanded={opened} />
          <Link href="/" className={classes.brand}>
            <img src="/leaf.svg" width="24" height="24" alt="" />
            Coppice
          </Link>
          <WorkspaceName />
          <SchemeSwitch />
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar} aria-label="Pages"><Navigation /></AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          <Offline />
          {children}
        </AppShell.Main>
      </AppShell>
    </>
  );
}
