/** Words of the table. */
import type { Severity } from "@/platform";

const severities: Record<Severity, string> = { error: "错误", warning: "提醒" };

export const gridWords = {
  finding: (severity: Severity, sentence: string) => `${severities[severity]}：${sentence}`,
};
