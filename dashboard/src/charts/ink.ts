/** The colours of the scheme in force, as the browser resolved them: the drawing engine knows no custom properties. */
export interface Ink {
  ink: string;
  quiet: string;
  faint: string;
  line: string;
  surface: string;
  accent: string;
  good: string;
  watch: string;
  bad: string;
  of: (property: string) => string;
}

export function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const of = (property: string) => style.getPropertyValue(property).trim();
  return {
    ink: of('--ink'), quiet: of('--quiet'), faint: of('--faint'), line: of('--line'), surface: of('--surface'),
    accent: of('--accent'), good: of('--good'), watch: of('--watch'), bad: of('--bad'), of,
  };
}
