/** The digits with which lists are numbered: 一、二、三、 */
export const chineseDigits = "一二三四五六七八九十";
