/** How many bytes of numbers fit into the memory of the kernels: the fastest cache holds them. */
export const ROOM = 2 ** 14;

/** Where, in the one page of 2¹⁶ bytes, a kernel lists the places of vectors with a number that it leaves in doubt, in bytes. */
export const LIST = ROOM;
