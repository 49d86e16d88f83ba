import { createPinia } from "pinia";
import { createApp } from "vue";

import App from "./App.vue";
import { keepLook } from "./shared/composables/look";
import "./shared/styles/index.css";

const app = createApp(App).use(createPinia());
// Before anything is drawn, so that nothing is drawn twice.
keepLook();
app.mount("#app");
