/** Small templates and catalogues for the tests. */
import type { CatalogueView, Item, Template } from "@/platform";

export { item } from "@/shared/fixtures";

export const template: Template = {
  id: "test",
  columns: [
    { key: "number", header: ["序号"] },
    { key: "group", header: ["公开事项", "一级事项"] },
    { key: "item_number", header: ["公开事项", "二级事项"] },
    { key: "item", header: ["公开事项", "二级事项"] },
    { key: "content", header: ["公开内容"] },
    { key: "time_limit", header: ["公开时限"] },
    { key: "channels", header: ["公开渠道和载体"] },
    { key: "audience:general_public", header: ["公开对象", "全社会"] },
    { key: "audience:specific_groups", header: ["公开对象", "特定群体"] },
    { key: "level:县级", header: ["公开层级", "县级"] },
  ],
  channel_options: ["政府网站", "两微一端", "其他"],
  channel_options_with_note: ["其他"],
  levels: ["县级"],
  numbering: { group: "chinese", item: "running" },
  merge_equal: ["content"],
  sign_off_line: true,
  statistics_line: false,
};

export function view(groups: Item[][]): CatalogueView {
  let first = 1;
  const places = groups.map((items, index) => {
    const place = { id: `g${index}`, number: "", first_item: first };
    first += items.length;
    return place;
  });
  return {
    id: "c",
    heading: { title: "目录", responsible_unit: "", preparer: "", reviewer: "", approver: "", prepared_at: null },
    template,
    header: [],
    stage: "preparing",
    places,
    groups: groups.map((items, index) => ({ id: `g${index}`, name: `一级${index + 1}`, items, spans: [] })),
    state: { revision: 0, statistics: "", undo: null, redo: null, saved_at: "" },
  };
}
