/** A PIN that is being typed for something: what is wrong with it, and how long to wait after wrong tries. */
import { computed, onScopeDispose, ref, shallowRef } from "vue";

import { AppFailure, type AppError } from "@/platform";
import { errorSentence, failureSentence } from "@/shared/words/errors";

export function usePin() {
  const pin = ref("");
  const said = ref("");
  const isBusy = ref(false);
  const refused = shallowRef<Extract<AppError, { code: "wrong_pin" | "must_wait" }> | null>(null);
  /** Seconds before the next try. */
  const left = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;

  const sentence = computed(() =>
    refused.value
      ? errorSentence(left.value > 0 ? { ...refused.value, wait: left.value } : { code: "wrong_pin", wait: 0 })
      : said.value,
  );
  const canTry = computed(() => pin.value !== "" && left.value === 0 && !isBusy.value);

  function wait(seconds: number): void {
    clearInterval(timer);
    const end = Date.now() + seconds * 1000;
    left.value = seconds;
    if (seconds === 0) return;
    timer = setInterval(() => {
      left.value = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (left.value === 0) clearInterval(timer);
    }, 500);
  }

  /** Says something else, such as that two PINs differ. */
  function say(words: string): void {
    refused.value = null;
    said.value = words;
  }

  /** Does what the PIN is for. Tells whether it was done; the PIN is forgotten in any case. */
  async function attempt(task: (pin: string) => Promise<unknown>): Promise<boolean> {
    if (!canTry.value) return false;
    isBusy.value = true;
    try {
      await task(pin.value);
      say("");
      return true;
    } catch (cause) {
      const error = cause instanceof AppFailure ? cause.error : null;
      if (error?.code === "wrong_pin" || error?.code === "must_wait") {
        refused.value = error;
        wait(error.wait);
      } else say(failureSentence(cause));
      return false;
    } finally {
      pin.value = "";
      isBusy.value = false;
    }
  }

  onScopeDispose(() => clearInterval(timer));

  return { pin, sentence, left, isBusy, canTry, attempt, say };
}
