/** Numbers by name: the parameters of a function, or what the names of a formula stand for. */
export type NamedNumbers<Name extends string = string> = Readonly<Record<Name, number>>;
