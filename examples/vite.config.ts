/** For `npx vite --config examples/vite.config.ts examples/react`, after `npm run build`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url))

export default defineConfig({
  // Elsewhere the package is installed; here it is what was built just now.
  resolve: {
    alias: [
      { find: /^privolim\/(\w+)$/, replacement: dist('$1') },
      { find: /^privolim$/, replacement: dist('index') },
    ],
  },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
})
