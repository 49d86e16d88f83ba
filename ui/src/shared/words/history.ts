/** Words for the list of what was done. */
export const historyWords = {
  title: "修改记录",
  hint: "点一行，目录就回到那一步之后的样子；回去以后还可以再回来。",
  now: "现在",
  undone: "已撤销",
  first: "最初的样子",
  older: "更早的修改仍可用“撤销”逐步退回。",
  list: "修改记录",
  goBack: (step: string) => `回到“${step}”之后`,
  goForward: (step: string) => `重做到“${step}”`,
};
