import type { TestExpression } from "unbash";
import { hasHole } from "./shell-holes.ts";
import { expandPattern, expandText } from "./shell-words.ts";
import type { Shell, Status } from "./shell-state.ts";

/** The status of `[ … ]` and `test …`, of its words without the brackets. */
export function statusOfTest(words: readonly string[]): Status {
  const [first = "", second = "", third = ""] = words;
  if (words.includes("-a") || words.includes("-o")) return "unknown";
  if (words[0] === "!") return invert(statusOfTest(words.slice(1)));
  if (words.length === 1) return statusOf(hasHole(first) ? null : first !== "");
  if (words.length === 2) return statusOf(unary(first, second));
  if (words.length === 3) return statusOf(binary(second, first, third));
  return "unknown";
}

function statusOf(result: boolean | null): Status {
  if (result === null) return "unknown";
  return result ? "ok" : "failed";
}

function invert(status: Status): Status {
  if (status === "ok") return "failed";
  return status === "failed" ? "ok" : status;
}

function unary(operator: string, text: string): boolean | null {
  if (hasHole(text) || !/^-[nz]$/.test(operator)) return null;
  return (text === "") === (operator === "-z");
}

function binary(operator: string, left: string, right: string): boolean | null {
  if (hasHole(left) || hasHole(right)) return null;
  if (operator === "=" || operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  const numbers = [left, right].map((text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN));
  const [a = Number.NaN, b = Number.NaN] = numbers;
  if (Number.isNaN(a) || Number.isNaN(b)) return null;
  if (operator === "-eq") return a === b;
  return operator === "-ne" ? a !== b : null;
}

/** `[[ … ]]`: the comparisons that follow from what is known. */
export function evaluateTest(expression: TestExpression, shell: Shell): Status {
  switch (expression.type) {
    case "TestUnary":
      return statusOf(unary(expression.operator, expandText(expression.operand, shell)));
    case "TestBinary":
      return statusOf(comparePattern(expression, shell));
    case "TestNot": {
      const status = evaluateTest(expression.operand, shell);
      return expression.negations.length % 2 === 1 ? invert(status) : status;
    }
    case "TestGroup":
      return evaluateTest(expression.expression, shell);
    case "TestLogical":
      return combine(
        expression.operator,
        expression.operands.map((operand) => evaluateTest(operand, shell)),
      );
  }
}

type Comparison = Extract<TestExpression, { type: "TestBinary" }>;

function comparePattern({ operator, left, right }: Comparison, shell: Shell): boolean | null {
  const text = expandText(left, shell);
  if (operator !== "=" && operator !== "==" && operator !== "!=")
    return binary(operator, text, expandText(right, shell));
  const pattern = expandPattern(right, shell);
  if (pattern === null || hasHole(text)) return null;
  return pattern.test(text) === (operator !== "!=");
}

function combine(operator: "&&" | "||", statuses: readonly Status[]): Status {
  const decisive = operator === "&&" ? "failed" : "ok";
  if (statuses.includes(decisive)) return decisive;
  return statuses.includes("unknown") ? "unknown" : invert(decisive);
}
