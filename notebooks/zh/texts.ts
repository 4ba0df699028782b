/** 笔记本的图表、表格和推导用中文显示：每个笔记本首先载入这个模块。 */
import { translations } from "@actbook/actbook/display";
import texts from "./texts.json" with { type: "json" };

translations.use(Object.assign({}, ...Object.values(texts)));
