import { groupBy } from "../text/group-by.ts";
import { type Html, html, scrollable, sentence } from "../text/html.ts";
import type { Report } from "../model/report.ts";
import type { CgoUser } from "../model/finding.ts";
import { plural } from "../text/english.ts";

/** A package in the tree of what imports a package with cgo, which is its root. */
type Node = { readonly path: string; readonly children: readonly Node[] };

/** Pictures in a page, and chains of imports in one. */
const picturesShown = 6;
const chainsShown = 8;

/** The imports from the main packages to each package that uses cgo, as pictures; the document says the same in words. */
export function renderImports(report: Report): Html | null {
  const users = report.cells.flatMap(({ cgo }) => cgo);
  const chains = [...new Map(users.map((user) => [JSON.stringify(user.chain), user])).values()];
  const groups = groupBy(chains, (user) => user.package).toSorted((a, b) => b.length - a.length);
  if (groups.length === 0) return null;
  const figures = groups.slice(0, picturesShown).map((group) => {
    const name = sentence(group[0].package);
    const left = group.length - chainsShown;
    return html`<figure>
      <figcaption>
        <h3>${name}</h3>
        ${left > 0 ? html`<span class="said">and ${plural(left, "more import path")}</span>` : null}
      </figcaption>
      ${scrollable(`Imports of ${name}`, renderPicture(group.slice(0, chainsShown), name))}
    </figure>`;
  });
  return html`${figures}`;
}

function reversed({ chain, package: path }: CgoUser): readonly string[] {
  return chain.length > 1 ? chain.toReversed() : [path];
}

/** Chains that end alike share their end. */
function treesOf(users: readonly CgoUser[], depth = 0): Node[] {
  const longer = users.filter((user) => reversed(user).length > depth);
  return groupBy(longer, (user) => reversed(user)[depth] ?? "").map((group) => ({
    path: reversed(group[0])[depth] ?? "",
    children: treesOf(group, depth + 1),
  }));
}

const letters = 34;
const box = { width: 276, height: 30, gapX: 44, gapY: 14 };

type Placed = { readonly node: Node; readonly x: number; readonly y: number; readonly children: readonly Placed[] };

/** The package with cgo to the right, what imports it to its left, programs from top to bottom. */
function layOut(
  nodes: readonly Node[],
  columns: number,
): { readonly placed: readonly Placed[]; readonly height: number } {
  let row = 0;
  const put = (node: Node, column: number): Placed => {
    const x = (columns - 1 - column) * (box.width + box.gapX);
    const children = node.children.map((child) => put(child, column + 1));
    const [first, last] = [children[0], children.at(-1)];
    if (first !== undefined && last !== undefined) return { node, x, y: (first.y + last.y) / 2, children };
    row += 1;
    return { node, x, y: (row - 1) * (box.height + box.gapY), children };
  };
  const placed = nodes.map((node) => put(node, 0));
  return { placed, height: row * (box.height + box.gapY) - box.gapY };
}

function renderPicture(users: readonly CgoUser[], name: string): Html {
  const columns = Math.max(...users.map((user) => reversed(user).length));
  const width = columns * (box.width + box.gapX) - box.gapX;
  const { placed, height } = layOut(treesOf(users), columns);
  // A frame around, for lines have a width.
  return html`<svg
    class="tree"
    role="img"
    aria-label="${`Imports that lead to ${name}`.slice(0, 300)}"
    width="${width + 4}"
    height="${height + 4}"
    viewBox="-2 -2 ${width + 4} ${height + 4}"
  >
    ${placed.map((each) => renderNode(each, "cgo"))}
  </svg>`;
}

function renderNode({ node, x, y, children }: Placed, kind: "cgo" | "between" | "main"): Html {
  const end = { x, y: y + box.height / 2 };
  const lines = children.map((child) => {
    const start = { x: child.x + box.width, y: child.y + box.height / 2 };
    const middle = (start.x + end.x) / 2;
    const tip = html`<path class="tip" d="M${end.x} ${end.y}l-8 -4.5v9z" />`;
    return html`<path
        d="M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x - 6} ${end.y}"
      />${tip}`;
  });
  const word = kind === "cgo" ? html`<tspan class="word" dx="6">cgo</tspan>` : null;
  const label = shorten(node.path, kind === "cgo" ? letters - 4 : letters);
  return html`${lines}<g class="${kind}"
      ><title>${sentence(node.path)}</title
      ><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" /><text x="${x + 12}" y="${y + 20}"
        >${label}${word}</text
      ></g
    >${children.map((child) => renderNode(child, child.children.length === 0 ? "main" : "between"))}`;
}

/** An import path says most at its end. */
function shorten(path: string, limit: number): string {
  const line = sentence(path);
  return line.length <= limit ? line : `…${line.slice(line.length - limit + 1)}`;
}
