/** How many bytes of numbers fit into the memory of the kernels: the fastest cache holds them. */
export const ROOM = 2 ** 14;

/** Where a kernel lists the places of vectors with a number that it leaves in doubt, in bytes. */
export const LIST = ROOM;

/** Pages of 2¹⁶ bytes: the numbers, and four bytes for each vector of sixteen. */
export const PAGES = 1;
