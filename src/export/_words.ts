/** What a page says besides the notebook, in languages other than English. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zh: {
    "Cell": "单元格",
    "Code": "代码",
    "Contents": "目录",
    "Make the chart live": "让图可以操作",
    "Output": "输出",
    "Solution": "答案",
  },
};

/** A word of the page in a language such as "zh-CN"; in English where it is not known. */
export function wordIn(language: string, word: string): string {
  return words[language.split("-")[0]]?.[word] ?? word;
}
