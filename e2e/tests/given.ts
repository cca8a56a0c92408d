// What is answered in the journeys.
export { imported } from "./imported.ts";

/** Item, and what is done with it: a response code, -98 for "I'd rather not say", -99 for skipping. */
export const given: readonly [item: string, response: number][] = [
  ["life_satisfaction", 7], ["worthwhile", 10], ["happy_yesterday", 0], ["anxious_yesterday", -98],
  ["gse_1", 4], ["gse_2", 3], ["gse_3", 4], ["gse_4", 1], ["gse_5", 2], ["gse_6", 3], ["gse_7", -99], ["gse_8", 1],
  ["gse_9", 2], ["gse_10", 4],
  ["ucla_1", 1], ["ucla_2", 3], ["ucla_3", 2], ["ucla_direct", 5],
];
