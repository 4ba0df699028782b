import type { Inspector } from "../../session/mod.ts";
import type { Dap, V8 } from "./_protocol.ts";
import { typeText, valueText } from "./_value.ts";

/** All values that the front end may look into are kept under this name until they are released. */
export const GROUP = "actbook-debugger";

/** The most elements that are listed without parts. */
const PART = 100;

type List = () => Promise<Dap.Variable[]>;

/** The values that the front end may look into, by the numbers it knows them by. */
export class Variables {
  readonly #lists = new Map<number, List>();
  #last = 0;

  constructor(readonly inspector: () => Inspector) {}

  /** A number for a list that is made when it is asked for. */
  refer(list: List): number {
    this.#lists.set(++this.#last, list);
    return this.#last;
  }

  /** What is listed under a number. @throws {RangeError} If there is none: the program has gone on */
  async list(reference: number): Promise<Dap.Variable[]> {
    const list = this.#lists.get(reference);
    if (!list) throw new RangeError(`Cannot list ${reference}: the program has gone on since`);
    return await list();
  }

  /** Forgets all values. */
  async release(): Promise<void> {
    this.#lists.clear();
    await this.inspector().send("Runtime.releaseObjectGroup", { objectGroup: GROUP }).catch(
      () => {},
    );
  }

  /** A value under a name. */
  variable(name: string, value: V8.Runtime.RemoteObject, evaluateName?: string): Dap.Variable {
    const { objectId } = value;
    return {
      name,
      value: valueText(value),
      ...(objectId && { type: typeText(value) }),
      ...(evaluateName && { evaluateName }),
      variablesReference: objectId ? this.refer(() => this.#inside(value)) : 0,
    };
  }

  async #inside(value: V8.Runtime.RemoteObject): Promise<Dap.Variable[]> {
    const length = value.subtype === "array" || value.subtype === "typedarray"
      ? Number(/\((\d+)\)$/.exec(value.description ?? "")?.[1] ?? 0)
      : 0;
    return length > PART ? this.#parts(value, 0, length) : await this.properties(
      value.objectId!,
      /^(Object|Array|Map|Set)$/.test(value.className ?? ""),
    );
  }

  /** A long list in at most a hundred parts. */
  #parts(value: V8.Runtime.RemoteObject, from: number, to: number): Dap.Variable[] {
    let size = PART;
    while ((to - from) / size > PART) size *= PART;
    return Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => {
      const start = from + i * size, end = Math.min(to, start + size);
      const list = size > PART
        ? () => Promise.resolve(this.#parts(value, start, end))
        : () => this.#elements(value, start, end);
      return {
        name: `[${start} … ${end - 1}]`,
        value: "",
        variablesReference: this.refer(list),
      };
    });
  }

  async #elements({ objectId }: V8.Runtime.RemoteObject, start: number, end: number) {
    const { result } = await this.inspector().send("Runtime.callFunctionOn", {
      objectId,
      functionDeclaration:
        "function (start, end) { return Array.prototype.slice.call(this, start, end); }",
      arguments: [{ value: start }, { value: end }],
      objectGroup: GROUP,
    });
    const elements = await this.properties(result.objectId, true);
    return elements
      .filter(({ name }) => /^\d+$/.test(name))
      .map((element) => ({ ...element, name: String(start + Number(element.name)) }));
  }

  /** The properties of an object. */
  async properties(objectId: string, plain = false): Promise<Dap.Variable[]> {
    const { result, internalProperties = [] }: V8.Runtime.GetPropertiesResponse = await this
      .inspector()
      .send("Runtime.getProperties", { objectId, ownProperties: true, generatePreview: true });
    const own = result
      .filter(({ name }) => name !== "__proto__")
      .map((each) =>
        each.value ? this.variable(each.name, each.value) : this.#withoutValue(each, objectId)
      );
    const internal = internalProperties
      .filter(({ name, value }) => value && !(name === "[[Prototype]]" && plain))
      .map(({ name, value }) => this.variable(name, value!));
    return [...own, ...internal];
  }

  /** A getter, which is called only by who opens it; a setter; a name without a value yet. */
  #withoutValue(
    { name, get, set }: V8.Runtime.PropertyDescriptor,
    objectId: string,
  ): Dap.Variable {
    if (!get && !set) return { name, value: "(no value yet)", variablesReference: 0 };
    if (get?.type !== "function") return { name, value: "(setter)", variablesReference: 0 };
    const read = async () => {
      const { result, exceptionDetails } = await this.inspector().send("Runtime.callFunctionOn", {
        objectId,
        functionDeclaration: "function (name) { return this[name]; }",
        arguments: [{ value: name }],
        objectGroup: GROUP,
        generatePreview: true,
      });
      return [this.variable(exceptionDetails ? "threw" : "value", result)];
    };
    return { name, value: "(getter)", variablesReference: this.refer(read) };
  }
}
