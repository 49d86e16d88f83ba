/** Words of the preview. */
export const previewWords = {
  title: (title: string) => `预览：${title}`,
  hint: "屏幕所见即打印所得，分页、行高与导出文件一致",
  page: (at: number, count: number) => `第${at}页，共${count}页`,
  previousPage: "上一页",
  nextPage: "下一页",
  smaller: "缩小",
  larger: "放大",
  fit: "适合宽",
  percent: (percent: number) => `${percent}%`,
  pages: "页面",
  paper: "纸张",
  paperFacts: (pages: number, tenths: number) => `${pages}页，字号${points(tenths)}磅`,
  facts: "每页固定印出",
  factList: ["两行表头", "跨页的一级事项标“（续）”", "页码"],
  draft: "“草稿”，审签前每页都印",
  missing: (characters: string[]) =>
    `有${characters.length}个字本软件的字库里没有，印出来会是空框：${characters.join("、")}。请核对这些字。`,
  print: "打印",
  printing: "正在生成打印文件",
  printed: "已用本机的PDF阅读软件打开，请在那里打印",
  other: "其他格式",
  laying: "正在排版",
  status: (paper: string, size: string) => `${paper}，${size}`,
};

const points = (tenths: number): string => (tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1));
