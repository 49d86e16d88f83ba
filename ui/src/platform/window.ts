/** The window as a host: Tauri carries the calls, the system shows its own dialogs. */
import { Channel, invoke } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";

import type { Progress } from "./client";
import type { Host } from "./host";

export const windowHost: Host = {
  call: (command, params, task) => {
    if (!task) return invoke("call", { command, params });
    const progress = new Channel<Progress>();
    progress.onmessage = task.watch;
    return invoke("call", { command, params, task: task.number, progress });
  },
  sendFile: async (file) =>
    invoke("send_file", await file.arrayBuffer(), { headers: { name: encodeURIComponent(file.name) } }),
  font: (family) => invoke("font", { family }),
  chooseFiles: (kinds, extensions, several) => invoke("choose_files", { kinds, extensions, several }),
  chooseTarget: (fileName) => invoke("choose_target", { fileName }),
  printTarget: (fileName) => invoke("print_target", { fileName }),
  openFile: (path) => invoke("open_file", { path }),
  showInFolder: (path) => invoke("show_in_folder", { path }),
  onClose: (mayClose) =>
    getCurrentWindow().onCloseRequested(async (event) => {
      if (!(await mayClose())) event.preventDefault();
    }),
  close: () => getCurrentWindow().destroy(),
  setScale: (percent) => getCurrentWebview().setZoom(percent / 100),
  setFrameTheme: (theme) => getCurrentWindow().setTheme(theme),
};
