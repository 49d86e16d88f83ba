/** A dialog that is loaded only when it is first asked for. */
import { ref, watch, type Ref } from "vue";

interface Shown {
  show: () => unknown;
}

/** `asked` says whether it is to be mounted; `dialog` is what is mounted then. */
export function useLazyDialog(dialog: Readonly<Ref<Shown | null>>) {
  const asked = ref(false);

  function show(): void {
    if (dialog.value) dialog.value.show();
    asked.value = true;
  }

  watch(dialog, (mounted) => mounted?.show());

  return { asked, show };
}
