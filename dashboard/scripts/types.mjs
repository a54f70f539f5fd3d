// Writes .generated/types.ts from docs/openapi.json, which a test of the server keeps true. Numbers become numbers: the document
// allows strings for them, which the server reads and never writes. Fields of what is sent may be left out, of what comes back not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const document = JSON.parse(readFileSync(fileURLToPath(new URL('../../docs/openapi.json', import.meta.url)), 'utf8'));
const target = fileURLToPath(new URL('../.generated/types.ts', import.meta.url));
const sent = /(Request|Question|^New[A-Z]\w*)$/;

function typeOf(schema) {
  if (schema === true || !schema || Object.keys(schema).length === 0) return 'unknown';
  if (schema.$ref) return schema.$ref.split('/').pop();
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const kinds = [schema.type ?? []].flat();
  const isNumber = kinds.includes('number') || kinds.includes('integer');
  const words = kinds.filter((kind) => !(isNumber && kind === 'string')).map((kind) => wordOf(kind, schema));
  return [...new Set(words)].join(' | ') || 'unknown';
}

function wordOf(kind, schema) {
  if (kind === 'integer') return 'number';
  if (kind === 'array') return `Array<${typeOf(schema.items)}>`;
  if (kind === 'object') return schema.properties ? inline(schema) : `Record<string, ${schema.additionalProperties ? typeOf(schema.additionalProperties) : 'unknown'}>`;
  return kind;
}

function inline(schema) {
  return `{ ${Object.entries(schema.properties).map(([name, field]) => `${name}: ${typeOf(field)}`).join('; ')} }`;
}

function declaration([name, schema]) {
  if (!schema.properties) return `export type ${name} = ${typeOf(schema)};\n`;
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties).map(([field, type]) => {
    const about = (type.description ?? '').replaceAll('*/', '* /').replace(/\s+/g, ' ');
    const mark = sent.test(name) && !required.has(field) ? '?' : '';
    return `${about ? `  /** ${about} */\n` : ''}  ${field}${mark}: ${typeOf(type)};\n`;
  });
  return `export interface ${name} {\n${fields.join('')}}\n`;
}

const text = Object.entries(document.components.schemas).map(declaration).join('\n');
mkdirSync(new URL('../.generated/', import.meta.url), { recursive: true });
writeFileSync(target, `// Generated from docs/openapi.json by npm run types.\n\n${text}`);
