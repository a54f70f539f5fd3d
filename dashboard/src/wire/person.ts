const place = 'coppice.person';

/** Who acts, as last given on this machine. The audit writes it down; it proves nothing. */
export function readPerson(): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

export function rememberPerson(name: string): void {
  try {
    localStorage.setItem(place, name);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
