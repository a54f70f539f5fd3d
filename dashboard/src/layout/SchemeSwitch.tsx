import { SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { Auto, Moon, Sun } from './icons';

const choices = [
  { value: 'light', label: <><Sun /><VisuallyHidden>Light</VisuallyHidden></> },
  { value: 'auto', label: <><Auto /><VisuallyHidden>As the system</VisuallyHidden></> },
  { value: 'dark', label: <><Moon /><VisuallyHidden>Dark</VisuallyHidden></> },
];

export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl size="xs" aria-label="Light or dark" data={choices} value={colorScheme}
      onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')} />
  );
}
