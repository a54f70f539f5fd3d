import { readPerson } from './person';

/** Who acts, for routes that read it from a header; a header holds plain letters only, so another name is left out rather than garbled. */
export function actingAs(person = readPerson()): Record<string, string> {
  return /^[\x20-\x7e]{1,200}$/.test(person) ? { 'X-Coppice-Actor': person } : {};
}
