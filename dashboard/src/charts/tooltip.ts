/** A line of a tooltip: what, and how much. */
export interface TooltipLine {
  label: string;
  value: string;
}

/** Built of elements: markup with style attributes is refused by the page's security policy. */
export function tooltip(title: string, lines: readonly TooltipLine[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tooltip';
  const heading = document.createElement('strong');
  heading.textContent = title;
  box.append(heading);
  for (const { label, value } of lines) {
    const line = document.createElement('div');
    const name = document.createElement('span');
    name.textContent = label;
    const figure = document.createElement('b');
    figure.textContent = value;
    line.append(name, figure);
    box.append(line);
  }
  return box;
}
