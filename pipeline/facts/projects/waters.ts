/** Waters as list items, told by the ends of their names. */

/** How the names of rivers, lakes and canals end. */
export const WATER = /[河江湖溪渠沟]$/

/** Length of the water that a phrase opens with, by its ending alone: 乙湖 in 乙湖滨水绿地; 0 when there is none. */
export const watersHead = (text: string): number =>
  /^[^、，]{1,4}?[河江湖渠](?=.{2})/.exec(text)?.[0].length ?? 0
