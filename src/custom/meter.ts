/** Why a template stopped before its end. */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** `exception`: Java throws. `budget`: the template needs too much time or memory. `unsupported`: this library does not know the result. */
export type FailureReason = 'exception' | 'budget' | 'unsupported';

/** Something that works, but probably not as the author of the template expects. */
export type NoteCode = 'unknown-method' | 'identity-printed' | 'slash-escaped' | 'loop-limit' | 'set-without-effect';

/** What one run may cost. */
export interface Budget {
  /** Steps: nodes evaluated, items visited, characters that a regular expression tried. */
  readonly steps: number;
  /** Characters that it may produce, intermediate strings included. */
  readonly characters: number;
}

/** What a mapping template may cost. */
export const BUDGET: Budget = { steps: 10_000_000, characters: 100_000_000 };
/** Levels of nesting, in values and in calls. Java's own stack ends somewhere above a thousand. */
export const MAX_DEPTH = 200;

/** Counts what a run costs, and collects issues for the author. Templates are the author's, but bodies are the client's. */
export interface Meter {
  /** Counts work. Throws a {@link TemplateFailure} once the budget is used up. */
  spend(steps: number): void;
  /** Counts characters of a string that is about to be made. */
  write(characters: number): void;
  /** Counts a level of nesting while `call` runs. */
  deeper<T>(call: () => T): T;
  /** Reports a finding at the place that is evaluated. */
  note(code: NoteCode, detail: string): void;
}

/** Starts to count. */
export function startMeter(note: Meter['note'], budget = BUDGET): Meter {
  let steps = 0;
  let characters = 0;
  let depth = 0;
  return {
    note,
    spend(count) {
      steps += count;
      if (steps > budget.steps) throw new TemplateFailure('budget', `It needs more than ${budget.steps} steps.`);
    },
    write(count) {
      characters += count;
      if (characters > budget.characters) throw new TemplateFailure('budget', `It makes more than ${budget.characters} characters.`);
    },
    deeper(call) {
      if (depth >= MAX_DEPTH) throw new TemplateFailure('budget', `It nests more than ${MAX_DEPTH} levels.`);
      depth += 1;
      try {
        return call();
      } finally {
        depth -= 1;
      }
    },
  };
}

/** Fails where Java throws an exception. */
export function javaThrows(exception: string): never {
  throw new TemplateFailure('exception', exception);
}
