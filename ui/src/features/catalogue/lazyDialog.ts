/** A dialog that is loaded only when it is first asked for. */
import { ref, watch, type Ref } from "vue";

/** `asked` says whether it is to be mounted; `dialog` is what is mounted then. */
export function useLazyDialog<Wanted extends unknown[]>(
  dialog: Readonly<Ref<{ show: (...wanted: Wanted) => unknown } | null>>,
) {
  const asked = ref(false);
  let first: Wanted | null = null;

  function show(...wanted: Wanted): void {
    if (dialog.value) dialog.value.show(...wanted);
    else first = wanted;
    asked.value = true;
  }

  watch(dialog, (mounted) => first && mounted?.show(...first));

  return { asked, show };
}
