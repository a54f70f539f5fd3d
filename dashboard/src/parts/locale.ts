/** The viewer's; where there is no browser, as in tests, American. */
export const locale: string = (globalThis.navigator as Navigator | undefined)?.language ?? 'en-US';
