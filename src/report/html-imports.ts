import { groupBy } from "../text/group-by.ts";
import { code, type Html, html, scrollable, sentence } from "./html-text.ts";
import { type Page, place, shortName } from "./html-words.ts";
import type { CgoUser } from "../model/finding.ts";

/** A package in the tree of imports below a main package. */
type Node = {
  readonly path: string;
  readonly usesCgo: boolean;
  readonly children: readonly Node[];
};

/** Pictures in a page; programs beyond have their imports with their builds. */
const picturesShown = 12;

/** The imports from each main package to the packages that use cgo, as pictures with the same in words. */
export function renderImports(page: Page): Html | null {
  const targets = groupBy(page.report.cells, (cell) => cell.package).flatMap((cells) => {
    const users = new Map(cells.flatMap(({ cgo }) => cgo.map((user) => [JSON.stringify(user.chain), user])));
    const platforms = new Set(cells.filter(({ cgo }) => cgo.length > 0).map(({ platform }) => platform));
    return users.size === 0 ? [] : [{ path: cells[0].package, users: [...users.values()], platforms: [...platforms] }];
  });
  if (targets.length === 0) return null;
  const shown = targets.slice(0, picturesShown);
  const figures = shown.map(({ path, users, platforms }) => {
    const name = sentence(shortName(path, page));
    return html`<figure>
      <figcaption>
        <h3>${name}</h3>
        <span class="said">${sentence(platforms.join(", "))}</span>
      </figcaption>
      ${scrollable(`Imports of ${name}`, renderPicture(users, page, name))}
      <details>
        <summary>The same in words</summary>
        <ul>
          ${users.map((user) => renderChain(user, page))}
        </ul>
      </details>
    </figure>`;
  });
  const left = targets.length - shown.length;
  return html`<section aria-labelledby="imports">
    <h2 id="imports">Imports that bring in cgo</h2>
    <p class="lead">From the main package to each package that uses cgo. Go's own linker cannot link most of them.</p>
    ${figures}${left === 0 ? null : html`<p>… and ${left} more programs; each build lists its imports.</p>`}
  </section>`;
}

function renderChain(user: CgoUser, { report }: Page): Html {
  const where = place(user, report);
  return html`<li>
    ${chainOf(user).map((each, at) => html`${at === 0 ? null : " → "}${code(each)}`)}${where && html` <span class="where">${where}</span>`}
  </li>`;
}

function chainOf({ chain, package: path }: CgoUser): readonly string[] {
  return chain.length > 1 ? chain : [path];
}

/** Chains that begin alike share their beginning. */
function treesOf(users: readonly CgoUser[], depth = 0): Node[] {
  const longer = users.filter((user) => chainOf(user).length > depth);
  return groupBy(longer, (user) => chainOf(user)[depth] ?? "").map((group) => ({
    path: chainOf(group[0])[depth] ?? "",
    usesCgo: group.some((user) => chainOf(user).length === depth + 1),
    children: treesOf(group, depth + 1),
  }));
}

const letters = 34;
const box = { width: 276, height: 30, gapX: 44, gapY: 14 };

type Placed = { readonly node: Node; readonly x: number; readonly y: number; readonly children: readonly Placed[] };

/** Leaves from top to bottom, and every package in the middle of those that it leads to. */
function layOut(nodes: readonly Node[]): {
  readonly placed: readonly Placed[];
  readonly width: number;
  readonly height: number;
} {
  let row = 0;
  let columns = 0;
  const put = (node: Node, column: number): Placed => {
    columns = Math.max(columns, column + 1);
    const x = column * (box.width + box.gapX);
    const children = node.children.map((child) => put(child, column + 1));
    const first = children[0];
    const last = children.at(-1);
    if (first !== undefined && last !== undefined) return { node, x, y: (first.y + last.y) / 2, children };
    row += 1;
    return { node, x, y: (row - 1) * (box.height + box.gapY), children };
  };
  const placed = nodes.map((node) => put(node, 0));
  return {
    placed,
    width: columns * (box.width + box.gapX) - box.gapX,
    height: row * (box.height + box.gapY) - box.gapY,
  };
}

function renderPicture(users: readonly CgoUser[], page: Page, name: string): Html {
  const { placed, width, height } = layOut(treesOf(users));
  const label = `Imports of ${name} that lead to cgo: ${[...new Set(users.map((user) => sentence(user.package)))].join(", ")}`;
  // A frame around, for lines have a width.
  return html`<svg
    class="tree"
    role="img"
    aria-label="${label.slice(0, 300)}"
    width="${width + 4}"
    height="${height + 4}"
    viewBox="-2 -2 ${width + 4} ${height + 4}"
  >
    ${placed.map((each) => renderNode(each, page))}
  </svg>`;
}

function renderNode({ node, x, y, children }: Placed, page: Page): Html {
  const start = { x: x + box.width, y: y + box.height / 2 };
  const lines = children.map((child) => {
    const end = { x: child.x, y: child.y + box.height / 2 };
    const middle = (start.x + end.x) / 2;
    const tip = html`<path class="tip" d="M${end.x} ${end.y}l-8 -4.5v9z" />`;
    return html`<path
        d="M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x - 6} ${end.y}"
      />${tip}`;
  });
  const kind = x === 0 ? "main" : node.usesCgo ? "cgo" : "between";
  const word = node.usesCgo ? html`<tspan class="word" dx="6">cgo</tspan>` : null;
  const label = shorten(node.path, node.usesCgo ? letters - 4 : letters);
  return html`${lines}<g class="${kind}"
      ><title>${sentence(node.path)}</title
      ><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" /><text x="${x + 12}" y="${y + 20}"
        >${label}${word}</text
      ></g
    >${children.map((child) => renderNode(child, page))}`;
}

/** An import path says most at its end. */
function shorten(path: string, limit: number): string {
  const line = sentence(path);
  return line.length <= limit ? line : `…${line.slice(line.length - limit + 1)}`;
}
