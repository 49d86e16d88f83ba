/** What the line at the bottom tells of the table. */
import { defineStore } from "pinia";
import { ref } from "vue";

export const useGridStatus = defineStore("gridStatus", () => ({
  /** Whether something is being typed into a cell. */
  editing: ref(false),
  /** What is selected besides one cell, in words. */
  selected: ref(""),
}));
