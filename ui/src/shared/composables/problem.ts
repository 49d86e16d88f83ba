/** What went wrong outside of any field, as a sentence that stays until it is put away. */
import { defineStore } from "pinia";
import { ref } from "vue";

import { failureSentence } from "@/shared/words/errors";

export const useProblem = defineStore("problem", () => {
  const sentence = ref("");

  function clear(): void {
    sentence.value = "";
  }

  /** Runs a step; what it throws becomes the sentence, and the step gives nothing. */
  async function watch<T>(step: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await step();
      clear();
      return result;
    } catch (cause) {
      sentence.value = failureSentence(cause);
      return undefined;
    }
  }

  return { sentence, clear, watch };
});
