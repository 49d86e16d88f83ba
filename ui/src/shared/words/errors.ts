/** The sentence for each error code: what happened, to what, what to do next. */
import {
  AppFailure,
  type AppError,
  type CodeProblem,
  type ExchangeProblem,
  type HandoffProblem,
  type LibraryProblem,
  type PinProblem,
  type RemarkProblem,
  type TemplateProblem,
} from "@/platform";

import { documentProblem } from "./documents";
import { refusalSentence, roleWords, stageWords, waitWords } from "./signoff";

const quoted = (text: string): string => `“${text}”`;

export function errorSentence(error: AppError): string {
  switch (error.code) {
    case "file_not_found":
      return `没有找到文件${quoted(error.path)}。请核对位置和文件名。`;
    case "is_a_folder":
      return `${quoted(error.path)}是文件夹，不是文件。请另选。`;
    case "not_allowed":
      return `没有读写${quoted(error.path)}的权限。请换一个位置，或请管理员开放权限。`;
    case "disk_full":
      return `磁盘已满，${quoted(error.path)}没有写入。请腾出空间后再试，窗口先不要关闭。`;
    case "io":
      return `${quoted(error.path)}没有读写成功。请检查磁盘或U盘是否仍然连接，然后再试。`;
    case "unknown_file_kind":
      return `不认识${quoted(error.path)}这种文件。请选用本软件导出的JSON文件。`;
    case "bad_exchange_file":
      return `没有导入${quoted(error.path)}：${exchangeProblem(error.problem)}`;
    case "bad_document":
      return `没有导入${error.path ? quoted(error.path) : "粘贴的内容"}：${documentProblem(error.problem)}`;
    case "bad_library":
      return libraryProblem(error.path, error.problem);
    case "library_busy":
      return `目录库${quoted(error.path)}正被另一个程序使用。请关闭那个程序后再试。`;
    case "no_catalogue":
      return "这份目录已不在目录库中，可能已移入回收站。请返回目录库查看。";
    case "no_source":
      return "没有找到所选的样例目录或模板。请另选一个。";
    case "changed_elsewhere":
      return "目录在别处有改动，已重新载入；正在填写的内容保留未动。请核对后再存或再做一次。";
    case "nothing_to_undo":
      return "没有可撤销或重做的改动。";
    case "no_such_place":
      return "要改的一级事项、二级事项或格子已不在目录中。请核对后另选。";
    case "text_too_long":
      return `文字太长，一格最多${error.max}个字。请删减，或拆成几项。`;
    case "too_many":
      return `数量超出上限，最多${error.max}个。`;
    case "not_a_date":
      return `${quoted(error.text)}不是日期。请按“2022-12-18”的样子填写。`;
    case "bad_request":
      return "这处改动没有存上。请返回目录库重新打开本目录，再改一次。";
    case "bad_pattern":
      return "正则表达式不完整或写法有误。请改正，或取消“正则表达式”按原文查找。";
    case "bad_template":
      return templateProblem(error.problem);
    case "form":
      return "没有排出表格页面。请核对是否有特别长的格子，然后再试。";
    case "cancelled":
      return "已取消，没有生成文件。";
    case "no_data_folder":
      return "没有找到可存放目录库的文件夹。请检查本机的用户文件夹，或请管理员处理。";
    case "nobody_is_working":
      return "还没有人用口令登录。请先登录，再办理。";
    case "not_an_administrator":
      return "这件事由有“管理”职责的人员办理。请换有“管理”职责的人员登录。";
    case "no_person":
      return "没有这个人员，或该人员已停用。请另选。";
    case "bad_person":
      return "请填写姓名，并至少选一项职责。";
    case "name_taken":
      return "本单位已有同名人员。请在姓名后加上科室或编号，以便区分。";
    case "last_administrator":
      return "至少须有一名在用的人员有“管理”职责。请先把“管理”职责交给别人。";
    case "wrong_pin":
      return error.wait > 0 ? `口令不对。请${waitWords(error.wait)}后再试。` : "口令不对，请再输一次。";
    case "must_wait":
      return `口令连续输错，请${waitWords(error.wait)}后再试。`;
    case "bad_pin":
      return pinProblem(error.problem);
    case "lost_key":
      return "本人的签名密钥已损坏，不能签名。请有“管理”职责的人员重设口令，重设后使用新的密钥。";
    case "step_refused":
      return refusalSentence(error.refusal);
    case "remark_refused":
      return remarkProblem(error.problem);
    case "not_editable":
      return `目录现在是“${stageWords[error.stage]}”，只能查看，不能改动。`;
    case "no_such_version":
      return "没有这个版本或这一步。请另选。";
    case "bad_check_code":
      return codeProblem(error.problem);
    case "bad_handoff":
      return `没有打开${quoted(error.path)}：${handoffProblem(error.problem)}`;
    case "not_decided":
      return "还有未核对的人员密钥，或未选定的格子。请逐条办完后再收下。";
  }
}

function pinProblem(problem: PinProblem): string {
  switch (problem.kind) {
    case "too_short":
      return `口令至少${problem.min}位。请加长。`;
    case "too_long":
      return `口令最多${problem.max}位。请缩短。`;
    case "too_plain":
      return "口令太容易猜到，如全是同一个数字或连续的数字。请换一个。";
  }
}

function remarkProblem(problem: RemarkProblem): string {
  switch (problem.kind) {
    case "not_now":
      return "目录现在不在能写批注的步骤。";
    case "not_in_role":
      return `这一步由有“${roleWords[problem.role]}”职责的人员办理。`;
    case "no_remark":
      return "这条批注已不在。请另选。";
    case "closed":
      return "这条批注已了结。";
    case "no_words":
      return "请写明意见或理由。";
  }
}

function codeProblem(problem: CodeProblem): string {
  switch (problem.kind) {
    case "length":
      return `核对码应有${problem.wanted}个字符，现有${problem.found}个。请对照纸质件补齐。`;
    case "character":
      return `第${problem.at}个字符“${problem.character}”不会出现在核对码中。请对照纸质件改正。`;
    case "mistyped":
      return "核对码有一个字符不对，或有两个字符前后颠倒。请对照纸质件改正。";
  }
}

function handoffProblem(problem: HandoffProblem): string {
  switch (problem) {
    case "not_a_handoff":
      return "它不是流转文件。请核对是否选错了文件。";
    case "newer":
      return "它由新版软件写出，本版读不了。请安装新版软件后再打开。";
    case "damaged":
      return "文件不完整或已损坏。请对方重新传一份。";
    case "too_large":
      return "文件太大。请核对是否选错了文件。";
    case "altered":
      return "内容在签名后被改动过，本机没有收下任何内容。请与对方联系，重新传一份。";
  }
}

function templateProblem(problem: TemplateProblem): string {
  switch (problem.kind) {
    case "column_count":
      return `栏目共${problem.found}个，应为1至${problem.max}个。请增减后再存。`;
    case "duplicate_column":
      return "有两个栏目填写同一种内容。请去掉其中一个。";
    case "header":
      return "有栏目没有表头文字，或表头层数太多。请补上或减少。";
    case "no_item_column":
      return "栏目中须有“二级事项”。请加上后再存。";
    case "channel_option":
      return `渠道${quoted(problem.option)}不能使用：名称须填写，不得重复，数量不得超出上限。`;
    case "note_without_option":
      return `${quoted(problem.option)}可注明内容，但不在渠道列表中。请先加上这个渠道。`;
  }
}

function exchangeProblem(problem: ExchangeProblem): string {
  switch (problem.kind) {
    case "too_large":
      return "文件太大。请核对是否选错了文件。";
    case "not_utf8":
      return "文件不是UTF-8编码的文本。请重新导出后再导入。";
    case "not_json":
      return `第${problem.line}行第${problem.column}列起不完整或不合JSON格式。请重新取得这个文件。`;
    case "not_a_catalogue":
      return "文件里没有政务公开目录。请核对是否选错了文件。";
    case "wrong_format":
      return `文件的格式是${quoted(problem.found)}，本软件只认第1版目录格式。请用新版软件打开，或重新导出。`;
    case "shape":
      return `第${problem.line}行第${problem.column}列附近缺少内容，或内容的种类不对。请重新导出后再导入。`;
    case "unknown_column_key":
      return `栏目代号${quoted(problem.key)}不认识。请核对栏目设置。`;
    case "unknown_word":
      return `“${problem.field}”一栏中的${quoted(problem.word)}不认识。请改正后再导入。`;
    case "not_a_date":
      return `填表时间${quoted(problem.text)}不是日期。请按“2022-12-18”的样子改正。`;
    case "invalid_id":
      return `事项标识${quoted(problem.text)}不能用。标识不能为空、过长或含有空格。`;
    case "duplicate_group_id":
      return `有两个一级事项的标识都是${quoted(problem.id)}。请改正后再导入。`;
    case "duplicate_item_id":
      return `有两个二级事项的标识都是${quoted(problem.id)}。请改正后再导入。`;
    case "content_contradicts_parts":
      return `第${problem.number}项${quoted(problem.item)}的公开内容与它的分行内容不一致。请改正后再导入。`;
    case "item_too_large":
      return `第${problem.number}项的内容太多。请删减或拆成几项后再导入。`;
    case "too_much":
      return "事项或栏目的数量超出上限。请拆成几份后再导入。";
    case "bad_template":
      return "栏目设置不完整，排不成表格。请核对栏目、表头和渠道选项。";
  }
}

function libraryProblem(path: string, problem: LibraryProblem): string {
  switch (problem.kind) {
    case "not_a_library":
      return `${quoted(path)}不是本软件的目录库，没有改动它。请把它移到别处，再重新打开本软件。`;
    case "newer":
      return `目录库${quoted(path)}由新版软件保存，本版不能打开，也没有改动它。请安装新版软件。`;
    case "damaged":
      return `目录库${quoted(path)}已损坏，没有改动它。请先复制一份留存，再用备份的目录库替换它。`;
  }
}

/** The sentence for anything thrown. */
export function failureSentence(cause: unknown): string {
  if (cause instanceof AppFailure) return errorSentence(cause.error);
  return "这一步没有做成。请再试一次；仍不行，请关闭本软件后重新打开。";
}
