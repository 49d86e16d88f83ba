/** An item for the tests of every screen. */
import type { Item } from "@/platform";

export const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  name: `事项${id}`,
  path: [],
  content: "",
  basis: "",
  time_limit: "",
  disclosing_body: "",
  channels: [],
  audience: [],
  audience_note: "",
  method: [],
  aspects: [],
  levels: [],
  website_section: "",
  remarks: "",
  custom: {},
  parts: [],
  ...more,
});
