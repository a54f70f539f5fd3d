import { locale } from './locale';

const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions, inLocale = locale): Intl.NumberFormat {
  const key = inLocale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.NumberFormat(inLocale, options)));
  return found;
}

export const none = '–';

type Maybe = number | null | undefined;

const say = (value: Maybe, options: Intl.NumberFormatOptions) =>
  value === null || value === undefined || Number.isNaN(value) ? none : format(options).format(value);

/** 23,570 */
export const count = (value: Maybe) => say(value, { maximumFractionDigits: 0 });

/** 23.6K, where room is scarce. */
export const brief = (value: Maybe) => say(value, { notation: 'compact', maximumFractionDigits: 1 });

/** 0.842: as many digits after the point as asked for. */
export const decimal = (value: Maybe, digits = 3) => say(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** 1.83 or 0.0046: digits that count. */
export const figures = (value: Maybe, digits = 3) => say(value, { maximumSignificantDigits: digits });

/** 63 % in the way of the locale. */
export const percent = (value: Maybe, digits = 0) => say(value, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });

/** +0.0046 or −0.0046 */
export const signed = (value: Maybe, digits = 4) =>
  say(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' });

/** +5 % or −5 % in the way of the locale. */
export const signedPercent = (value: Maybe, digits = 0) =>
  say(value, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' });

/** ±0.011 */
export const band = (halfWidth: Maybe, digits = 3) => (halfWidth === null || halfWidth === undefined ? '' : `±${decimal(halfWidth, digits)}`);

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function bytes(value: Maybe): string {
  if (value === null || value === undefined) return none;
  let size = value;
  let unit = 0;
  while (size >= 1000 && unit < sizes.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return format({ style: 'unit', unit: sizes[unit], unitDisplay: 'short', maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0 }).format(size);
}

/** 0.84 s, 12 s, 3 min 20 s */
export function seconds(value: Maybe): string {
  if (value === null || value === undefined) return none;
  if (value < 60) return format({ style: 'unit', unit: 'second', unitDisplay: 'narrow', maximumFractionDigits: value < 10 ? 2 : 0 }).format(value);
  const minutes = Math.floor(value / 60);
  const rest = Math.round(value - minutes * 60);
  return minutes < 60 ? `${minutes} min${rest ? ` ${rest} s` : ''}` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 4.4 μs, 1.8 ms: how long one answer takes. */
export const milliseconds = (value: Maybe) => (value === null || value === undefined ? none
  : value < 1 ? say(value * 1000, { style: 'unit', unit: 'microsecond', unitDisplay: 'short', maximumSignificantDigits: 2 })
    : say(value, { style: 'unit', unit: 'millisecond', unitDisplay: 'short', maximumSignificantDigits: 3 }));

/** "1 label", "3 labels"; "no labels" where there is none. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return value === 0 ? `no ${many}` : `${count(value)} ${value === 1 ? one : many}`;
}
