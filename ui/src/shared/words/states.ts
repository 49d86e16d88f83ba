/** What the states of a catalogue are called that can be compared. */
import type { Stage, StateOf, StateView, StepView } from "@/platform";

import { shortMoment } from "./common";
import { actionWords, stageWords } from "./signoff";
import { fill, table } from "./table";

/** A state as the value of a choice. */
export function stateKey(state: StateOf): string {
  switch (state.kind) {
    case "version":
      return `version:${state.number}`;
    case "step":
      return `step:${state.seq}`;
    default:
      return state.kind;
  }
}

export const versionName = (number: number): string => fill(table.units.version, { number });

/** What names of states are made from. */
export interface StateFacts {
  version: number;
  stage: Stage;
  steps: readonly StepView[];
}

/** The name of a state in a heading. */
export function stateName(state: StateOf, facts: StateFacts): string {
  switch (state.kind) {
    case "now":
      return `${versionName(facts.version)}（${stageWords[facts.stage]}）`;
    case "version":
      return `${versionName(state.number)}（${stageWords.approved}）`;
    case "step": {
      const step = facts.steps.find((each) => each.seq === state.seq);
      return step
        ? `${versionName(step.version)}，${step.name}${actionWords[step.action]}时`
        : `${fill(table.units.step, { number: state.seq })}时`;
    }
    case "copied_from":
      return "所依据的底稿";
    case "nothing":
      return "空白";
  }
}

/** The name in a list to choose from, with when it was so. */
export const stateChoice = ({ state, at }: StateView, facts: StateFacts): string => {
  const name = stateName(state, facts);
  const moment = state.kind === "version" ? shortMoment(at).slice(0, 10) : shortMoment(at);
  return state.kind === "now" || moment === "" ? name : `${name} ${moment}`;
};
