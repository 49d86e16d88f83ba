/** Words of the help: the keys, how things are done, and the guide of the first start. */

export interface HelpKey {
  /** Names as `keyName` gives them; several are different ways to the same. */
  keys: string[];
  does: string;
}

export interface HelpSection {
  name: string;
  keys: HelpKey[];
}

/** Every key that the program knows, by what it is for. */
export const helpSections: HelpSection[] = [
  {
    name: "到处可用",
    keys: [
      { keys: ["F1"], does: "帮助和按键" },
      { keys: ["Ctrl+,"], does: "设置：外观、显示比例、行高、纸张" },
      { keys: ["Ctrl+L"], does: "锁定窗口，换人" },
      { keys: ["Alt+ArrowLeft"], does: "返回上一个画面" },
      { keys: ["Escape"], does: "关闭列表、对话框，放弃正在填写的一格" },
    ],
  },
  {
    name: "目录库",
    keys: [
      { keys: ["Ctrl+N"], does: "新建目录" },
      { keys: ["Ctrl+Shift+N"], does: "以选中的目录为底稿，新建下一年的目录" },
      { keys: ["Ctrl+O"], does: "导入表格、文档和目录文件，可以一次选几个；也可把文件拖到窗口里" },
      { keys: ["Ctrl+V"], does: "导入在Excel、WPS、Word或网页中复制的表格" },
      { keys: ["Ctrl+F"], does: "查找目录、单位" },
      { keys: ["ArrowUp", "ArrowDown"], does: "选择目录" },
      { keys: ["Enter"], does: "打开选中的目录" },
      { keys: ["Delete"], does: "移入回收站，可以恢复" },
    ],
  },
  {
    name: "在表格里移动",
    keys: [
      { keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], does: "移到旁边一格" },
      { keys: ["Tab", "Shift+Tab"], does: "右边、左边一格" },
      { keys: ["Home", "End", "Ctrl+ArrowLeft", "Ctrl+ArrowRight"], does: "本行第一格、最后一格" },
      { keys: ["Ctrl+Home", "Ctrl+End"], does: "全表第一格、最后一格" },
      { keys: ["PageUp", "PageDown"], does: "上一屏、下一屏" },
      { keys: ["Ctrl+ArrowUp", "Ctrl+ArrowDown"], does: "上一个、下一个一级事项" },
      { keys: ["F5"], does: "转到某项：输入序号、文字或拼音首字母" },
    ],
  },
  {
    name: "选择",
    keys: [
      {
        keys: ["Shift+ArrowUp", "Shift+ArrowDown", "Shift+ArrowLeft", "Shift+ArrowRight"],
        does: "扩大或缩小选中的一块",
      },
      { keys: ["Shift+Home", "Shift+End"], does: "选到本行第一格、最后一格" },
      { keys: ["Shift+PageUp", "Shift+PageDown"], does: "选到上一屏、下一屏" },
      { keys: ["Ctrl+Shift+ArrowUp", "Ctrl+Shift+ArrowDown"], does: "选到上一个、下一个一级事项" },
      { keys: ["Ctrl+Shift+Home", "Ctrl+Shift+End"], does: "选到全表第一格、最后一格" },
      { keys: ["Ctrl+A"], does: "全选" },
    ],
  },
  {
    name: "填写",
    keys: [
      { keys: ["F2"], does: "接着原文填写，也可按Enter或双击；直接打字则替换原文" },
      { keys: ["Enter", "Shift+Enter"], does: "填完，到下面、上面一格" },
      { keys: ["Alt+Enter"], does: "格内换行" },
      { keys: ["Delete"], does: "清除选中各格的内容" },
      { keys: ["Alt+ArrowDown"], does: "列出常用语；也可直接输入文字或拼音首字母" },
      { keys: ["Ctrl+Enter"], does: "同样的内容填入选中的全部格" },
      { keys: ["Ctrl+D"], does: "向下填充" },
      { keys: ["F4"], does: "重复上一个操作" },
      { keys: ["Shift+F10"], does: "打开本格的菜单" },
    ],
  },
  {
    name: "勾选",
    keys: [
      { keys: ["Space"], does: "“√”格打勾、取消；在渠道格上转到填写栏的勾选框" },
      {
        keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "=", "\\"],
        does: "勾选第1至13个渠道；选中多项时一起改",
      },
    ],
  },
  {
    name: "事项",
    keys: [
      { keys: ["Ctrl+Shift+="], does: "在下面增加二级事项" },
      { keys: ["Ctrl+Shift+D"], does: "复制本项" },
      { keys: ["Ctrl+-"], does: "删除选中的事项" },
      { keys: ["Alt+Shift+ArrowUp", "Alt+Shift+ArrowDown"], does: "上移、下移" },
      { keys: ["Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"], does: "移到上一个、下一个一级事项" },
      { keys: ["F3"], does: "拆分、合并" },
    ],
  },
  {
    name: "复制和粘贴",
    keys: [
      { keys: ["Ctrl+C", "Ctrl+X", "Ctrl+V"], does: "复制、剪切、粘贴；与Excel、WPS、Word互通" },
      { keys: ["Ctrl+Shift+V"], does: "只粘贴文字" },
    ],
  },
  {
    name: "撤销、查找、检查",
    keys: [
      { keys: ["Ctrl+Z"], does: "撤销，不限次数，关闭以后再打开也行" },
      { keys: ["Ctrl+Y", "Ctrl+Shift+Z"], does: "重做" },
      { keys: ["Ctrl+F"], does: "查找" },
      { keys: ["Ctrl+H"], does: "替换，先看每一处再改" },
      { keys: ["F7"], does: "检查全部事项" },
      { keys: ["F8", "Shift+F8"], does: "下一处、上一处问题" },
    ],
  },
  {
    name: "签审",
    keys: [
      { keys: ["Ctrl+Shift+Enter"], does: "送审" },
      { keys: ["Shift+F2"], does: "转到本格的批注" },
      { keys: ["Ctrl+Enter"], does: "写入对批注的答复：已修改" },
    ],
  },
  {
    name: "画面",
    keys: [
      { keys: ["F6", "Shift+F6"], does: "在大纲、表格、填写栏之间换区" },
      { keys: ["Ctrl+\\"], does: "只看表格，再按一次恢复" },
      { keys: ["Shift+F10"], does: "打开所在处的菜单，如栏目的菜单" },
    ],
  },
  {
    name: "栏目设置",
    keys: [
      { keys: ["ArrowUp", "ArrowDown"], does: "选择栏目" },
      { keys: ["Space"], does: "显示或不显示选中的栏目，内容不会丢失" },
      { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], does: "改变栏目或渠道选项的先后" },
      { keys: ["Ctrl+Enter"], does: "应用并回到目录" },
    ],
  },
  {
    name: "导入表格",
    keys: [
      { keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], does: "在原表的各格之间移动" },
      { keys: ["Enter"], does: "改本列对应的栏目；在折叠的一行上展开" },
      { keys: ["Shift+F10"], does: "行的菜单：作为表头、不导入、归入一级事项" },
      { keys: ["F8", "Shift+F8"], does: "下一处、上一处要核对的地方" },
      { keys: ["F6", "Shift+F6"], does: "在栏目、原表、要核对的地方之间换区" },
      { keys: ["Ctrl+Z"], does: "撤销上一处改动" },
      { keys: ["Ctrl+Enter"], does: "到下一步，导入" },
      { keys: ["Escape"], does: "上一步" },
    ],
  },
  {
    name: "复核和审签",
    keys: [
      { keys: ["F8", "Shift+F8"], does: "下一处、上一处变化" },
      { keys: ["ArrowUp", "ArrowDown"], does: "选择上一行、下一行" },
      { keys: ["Enter"], does: "记为已看，到下一处变化" },
      { keys: ["Shift+F2"], does: "写批注" },
      { keys: ["Ctrl+Enter"], does: "写入批注" },
      { keys: ["Ctrl+Shift+Enter"], does: "通过，审签" },
      { keys: ["Ctrl+Shift+Delete"], does: "退回填表人" },
      { keys: ["Escape"], does: "离开批注栏；再按一次返回目录" },
    ],
  },
  {
    name: "预览和导出",
    keys: [
      { keys: ["Ctrl+F2"], does: "预览" },
      { keys: ["Ctrl+P"], does: "打印" },
      { keys: ["Ctrl+E"], does: "导出" },
      { keys: ["Ctrl+S"], does: "立即存盘，并告诉最后保存的时间" },
      { keys: ["Ctrl+=", "Ctrl+-", "Ctrl+0"], does: "预览里放大、缩小、适合宽度" },
    ],
  },
];

/** Short answers to “how do I”. */
export const howTos: { question: string; answer: string }[] = [
  {
    question: "从去年的目录开始",
    answer: "在目录库选中去年的目录，按Ctrl+Shift+N，改好标题即可。填表时间和签审栏会留空。",
  },
  {
    question: "从Excel、WPS粘贴",
    answer: "在那边复制一块，到这里选中左上角一格，按Ctrl+V。大小对不上时先给您看怎样放。",
  },
  {
    question: "已有Excel或Word的表",
    answer:
      "在目录库按Ctrl+O选文件，或把文件拖进窗口，或复制表格后按Ctrl+V。先看每一栏对应得对不对，再导入；原文件不会被改动。",
  },
  { question: "收齐了各单位的表", answer: "按Ctrl+O一次选全部文件。每个文件列成一行，须核对的先核对，再一起导入。" },
  { question: "很多项改成一样", answer: "先选中这些格，输入内容后按Ctrl+Enter；要在很多项里换掉几个字，按Ctrl+H。" },
  {
    question: "几项共用一格",
    answer: "相邻各项内容相同时，按模板合成一格，改一处各项同改。只改一项，用填写栏里的“本项单独填写”。",
  },
  {
    question: "增减栏目、改渠道选项",
    answer: "在“更多”里选“栏目设置”。不再显示的内容仍保留，列在表格下面，随时可以再显示。",
  },
  { question: "改错了", answer: "按Ctrl+Z逐步撤销。删除、替换、粘贴都只算一步。" },
  { question: "换一台电脑接着填", answer: "按Ctrl+E导出JSON，在另一台电脑上按Ctrl+O导入。" },
  {
    question: "字太小",
    answer: "按住Ctrl滚动鼠标滚轮，或在设置里改显示比例。窗口显得窄时按Ctrl+\\只看表格，再按一次，大纲和填写栏就回来。",
  },
];

export const helpWords = {
  title: "帮助和按键",
  search: "查找按键或用法，如“撤销”“Ctrl+D”",
  howTos: "怎样做",
  nothing: (words: string) => `没有找到“${words}”。`,
  guide: "再看一遍入门指引",
};

export type GuideStep = "begin" | "table" | "fill" | "preview";

export const guideWords = {
  name: "入门指引",
  place: (at: number, count: number) => `${at}/${count}`,
  steps: {
    begin: "先选一份样例目录，改成本单位的；也可以从去年的目录或空白模板开始。",
    table: "这就是印出来的表格。选中一格直接打字，方向键移动，“√”按空格。",
    fill: "本项的各栏也可以在这里填，与表格随时一致。每次改动都自动存盘，改错了按Ctrl+Z。",
    preview: "按Ctrl+F2预览，看到的就是打印的样子，可以打印和导出。随时按F1看帮助。",
  } satisfies Record<GuideStep, string>,
  next: "下一步",
  done: "知道了",
  skip: "跳过",
};
