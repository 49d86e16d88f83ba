/** How the window looks: its theme and how large everything is drawn. */
import { ref, watch } from "vue";

import * as platform from "@/platform";

import { settingsWords } from "@/shared/words/settings";

import { SCALES, useSettings, type Scale, type Theme } from "./settings";
import { useToast } from "./toast";

/** How far a wheel turns for one step; a notch of a mouse is more, a touch pad adds it up. */
const WHEEL_STEP = 40;

/** The next larger or smaller scale; the same at the ends. */
export function nextScale(scale: Scale, step: 1 | -1): Scale {
  return SCALES[SCALES.indexOf(scale) + step] ?? scale;
}

/** Puts the settings on the window and keeps them there. Ctrl with the wheel changes the scale. */
export function keepLook(): void {
  const settings = useSettings();

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const systemIsDark = ref(dark.matches);
  dark.addEventListener("change", () => (systemIsDark.value = dark.matches));
  const wearTheme = (): void => {
    const { theme } = settings;
    document.documentElement.dataset.theme = theme === "system" ? (systemIsDark.value ? "dark" : "light") : theme;
  };
  watch([() => settings.theme, systemIsDark], wearTheme, { immediate: true, flush: "sync" });

  // At the start the window has the system's colours and its own size already.
  watch(() => settings.theme, frameTheme, { immediate: settings.theme !== "system" });
  watch(() => settings.scale, platform.setScale, { immediate: settings.scale !== 100 });
  window.addEventListener("wheel", wheelScales(settings), { passive: false });
}

const frameTheme = (theme: Theme): Promise<void> => platform.setFrameTheme(theme === "system" ? null : theme);

function wheelScales(settings: ReturnType<typeof useSettings>): (event: WheelEvent) => void {
  const toast = useToast();
  let turned = 0;
  return (event) => {
    if (!event.ctrlKey || event.defaultPrevented) return;
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) < WHEEL_STEP) return;
    settings.scale = nextScale(settings.scale, turned < 0 ? 1 : -1);
    turned = 0;
    toast.show({
      text: settingsWords.scaleNow(settings.scale),
      action: settings.scale === 100 ? undefined : { name: settingsWords.scaleBack, run: () => (settings.scale = 100) },
    });
  };
}
