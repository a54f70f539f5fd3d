import { readPerson } from './person';

const longest = 200;

/** Who acts, for routes that read it from a header. A header is bytes: the name goes as UTF-8, one byte a letter, which is how the server reads it. */
export function actingAs(person = readPerson()): Record<string, string> {
  const name = [...person].filter((letter) => letter >= ' ' && letter !== '\x7f').join('').trim().slice(0, longest);
  return name === '' ? {} : { 'X-Coppice-Actor': String.fromCharCode(...new TextEncoder().encode(name)) };
}
