/**
 * For each line of a script, in order, where places on it come from: column of the script, then line
 * and column of the cell. All count from 0.
 */
export type Positions = readonly (readonly (readonly [number, number, number])[])[];
