/** Words of the manager of recurring terms. */
export const vocabularyWords = {
  title: "常用语",
  intro: "各栏反复使用的写法。改一处，本目录中用到它的各格同改。",
  column: "栏目",
  filter: "查找",
  filterHint: "输文字或拼音首字母",
  list: "用语",
  count: (shown: number, all: number) => (shown === all ? `${all}个` : `${shown}个，共${all}个`),
  more: (count: number) => `还有${count}个，请用查找缩小范围。`,
  none: "本栏还没有用语。填写后会列在这里。",
  noneFound: "没有找到。请换几个字试试。",
  choose: "从左边选一个用语，可改名、合并，看用在哪里。",
  uses: (items: number, elsewhere: number) => {
    if (items === 0) return `其他目录${elsewhere}处`;
    return elsewhere > 0 ? `${items}项，其他目录${elsewhere}处` : `${items}项`;
  },
  rename: "改名",
  to: "改为",
  merges: (items: number) =>
    items > 0 ? `这个用语已用于${items}项，将并为一个。` : "这个用语已用于其他目录，将并为一个。",
  elsewhere: (count: number) => `也改目录库中其他目录（${count}处）`,
  elsewhereHint: "其他目录中的改动，须到各目录中分别撤销。",
  apply: (items: number) => `改${items}项`,
  applyElsewhere: "改其他目录",
  usedIn: (count: number) => `用于本目录${count}项`,
  notUsed: "本目录没有用到",
  place: (number: number, name: string) => `第${number}项　${name}`,
  renamed: (to: string, items: number) => `已在${items}项中改为“${to}”。`,
  renamedElsewhere: (to: string, cells: number) => `已在其他目录的${cells}处改为“${to}”。`,
  renamedBoth: (to: string, items: number, cells: number) => `已在本目录${items}项、其他目录${cells}处改为“${to}”。`,
};
