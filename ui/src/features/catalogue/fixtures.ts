/** Small catalogues for the tests. */
import type { CatalogueView, GroupView, Item, Template } from "@/platform";

export { item } from "@/shared/fixtures";

export const template: Template = {
  id: "test",
  columns: [
    { key: "number", header: ["序号"] },
    { key: "group", header: ["公开事项", "一级事项"] },
    { key: "item", header: ["公开事项", "二级事项"] },
    { key: "content", header: ["公开内容"] },
    { key: "basis", header: ["公开依据"] },
    { key: "channels", header: ["公开渠道和载体"] },
    { key: "audience:general_public", header: ["公开对象", "全社会"] },
    { key: "audience:specific_groups", header: ["公开对象", "特定群体"] },
    { key: "method:proactive", header: ["公开方式", "主动"] },
  ],
  channel_options: ["政府网站", "两微一端", "其他"],
  channel_options_with_note: ["其他"],
  levels: [],
  numbering: { group: "arabic", item: "running" },
  merge_equal: ["basis"],
  sign_off_line: true,
  statistics_line: true,
};

/** A group whose columns are merged as `spans` says, by column key; other columns are not. */
export function group(id: string, items: Item[], spans: Record<string, number[]> = {}): GroupView {
  const rows = items.reduce((sum, each) => sum + Math.max(1, each.parts.length), 0);
  const single = Array.from({ length: rows }, () => 1);
  return { id, name: `一级${id}`, items, spans: template.columns.map((column) => spans[column.key] ?? single) };
}

export function view(groups: GroupView[]): CatalogueView {
  let first = 1;
  const places = groups.map((each, index) => {
    const place = { id: each.id, number: String(index + 1), first_item: first };
    first += each.items.length;
    return place;
  });
  return {
    id: "c",
    heading: { title: "目录", responsible_unit: "", preparer: "", reviewer: "", approver: "", prepared_at: null },
    template,
    header: [],
    stage: "preparing",
    places,
    groups,
    state: { revision: 0, statistics: "", undo: null, redo: null, saved_at: "" },
  };
}
