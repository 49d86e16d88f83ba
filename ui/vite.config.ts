import { fileURLToPath } from "node:url";

import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [vue()],
  // Relative addresses: the window serves the files from its own scheme.
  base: "./",
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // The words that are shared with the command line lie outside of this folder.
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: { target: ["chrome111", "safari16.4"], chunkSizeWarningLimit: 600 },
  test: { include: ["src/**/*.test.ts"] },
});
