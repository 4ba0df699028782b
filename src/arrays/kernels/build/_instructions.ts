/**
 * Codes of the instructions that loops are made of; those of vectors come after a prefix.
 *
 * @module
 */

export const PREFIX = 0xfd, LOAD = 0x00, STORE = 0x0b, ANY_TRUE = 0x53, BITMASK = 0xa4;
export const VECTOR_OR = 0x50, SPLAT_F64 = 0x14, F64X2_ADD = 0xf0, F64X2_LANE = 0x21;
export const BLOCK = 0x02, LOOP = 0x03, IF = 0x04, END = 0x0b, BRANCH_IF = 0x0d, VOID = 0x40;
export const GET = 0x20, SET = 0x21, TEE = 0x22, EQZ = 0x45;
export const I32_CONST = 0x41, I32_ADD = 0x6a, I32_LT = 0x49, I32_OR = 0x72, I32_STORE = 0x36;
export const F64_ADD = 0xa0;

/** How far a place in memory may be taken to be aligned: a power of two, of bytes. */
export const ALIGN_16 = 4;
