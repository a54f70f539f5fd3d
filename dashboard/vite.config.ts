import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const output = resolve(import.meta.dirname, '../src/Coppice.Server/wwwroot');

// The server sends what it finds compressed; nothing is compressed while somebody waits.
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(output, { recursive: true, encoding: 'utf8' })) {
        const path = join(output, entry);
        if (!/\.(js|css|svg|json|txt)$/.test(path) || statSync(path).size < 512) continue;
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

// What changes rarely is kept apart from what changes with every commit, so that a new build costs returning people little.
function chunkOf(id: string): string | undefined {
  if (!id.includes('node_modules')) return undefined;
  if (/[\\/](react|react-dom|scheduler)[\\/]/.test(id)) return 'react';
  return undefined;
}

const server = process.env.COPPICE_SERVER ?? 'http://127.0.0.1:7410';
const proxy = Object.fromEntries(
  ['/v1', '/v2', '/predict', '/retraining', '/health', '/metrics', '/codes', '/openapi'].map((path) => [path, { target: server }]),
);

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: { output: { manualChunks: chunkOf } },
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
});
