/** Lints of the screens. Layout is Prettier's business, so no rule here speaks about it. */
import vue from "eslint-plugin-vue";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist/", "src/platform/client.ts"]),
  typescript.configs.recommended,
  vue.configs["flat/essential"],
  { files: ["**/*.vue"], languageOptions: { parserOptions: { parser: typescript.parser } } },
  {
    rules: {
      // What the type checker already finds.
      "no-undef": "off",
      // A composable that is handed down has state of its own, which may be set; the prop itself may not.
      "vue/no-mutating-props": ["error", { shallowOnly: true }],
    },
  },
);
