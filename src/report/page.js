"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const remembered = { get: () => { try { return localStorage.getItem("go-linkage-theme"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("go-linkage-theme", value); } catch {} } };
  const theme = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  const chosen = remembered.get();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remembered.set(root.dataset.theme);
    showTheme();
  });
  prefersDark.addEventListener("change", showTheme);
  showTheme();

  const fill = (build) => {
    const parts = build.dataset.parts;
    if (parts === undefined) return;
    delete build.dataset.parts;
    const body = document.createElement("div");
    body.className = "parts";
    for (const part of parts.split(" ")) body.append(document.getElementById("part-" + part).content.cloneNode(true));
    build.append(body);
  };
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.classList.contains("build")) fill(target);
  }, true);

  const openTarget = () => {
    const build = document.getElementById(location.hash.slice(1));
    if (build === null || !build.classList.contains("build")) return;
    fill(build);
    build.open = true;
    const rest = build.closest(".rest");
    if (rest !== null) rest.open = true;
    build.scrollIntoView({ block: "start" });
    build.querySelector("summary").focus({ preventScroll: true });
  };
  addEventListener("hashchange", openTarget);
  openTarget();
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#build-']");
    // The same place once more is no change that the page would be told of.
    if (link === null || link.hash !== location.hash) return;
    event.preventDefault();
    openTarget();
  });

  document.addEventListener("click", async ({ target }) => {
    if (!target.classList.contains("copy")) return;
    const text = target.parentElement.querySelector("code");
    const label = target.firstChild;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      copied = document.execCommand("copy");
    }
    label.data = copied ? "Copied" : "Selected";
    setTimeout(() => { label.data = "Copy"; }, 2000);
  });

  const form = document.querySelector(".filter");
  const shown = document.getElementById("shown");
  let builds = null;
  const read = () => [...document.querySelectorAll(".build")].map((build) => {
    const heading = build.parentElement.querySelector("h3");
    const text = (heading === null ? "" : heading.textContent) + " " + build.firstElementChild.textContent + " " + build.dataset.findings;
    return { build, text: text.toLowerCase() };
  });
  const setHidden = (element, hidden) => { if (element.hidden !== hidden) element.hidden = hidden; };
  const valueOf = (name) => form.elements[name]?.value ?? "";
  const filter = () => {
    builds ??= read();
    const words = valueOf("text").toLowerCase().split(/\s+/).filter(Boolean);
    const choices = ["platform", "strategy", "kind"].map((name) => [name, valueOf(name)]).filter(([, value]) => value !== "");
    const attention = form.elements.attention.checked;
    const all = words.length === 0 && choices.length === 0 && !attention;
    const alive = new Set();
    let count = 0;
    for (const { build, text } of builds) {
      const show = choices.every(([name, value]) => build.dataset[name] === value) &&
        (!attention || build.classList.contains("attention")) && words.every((word) => text.includes(word));
      setHidden(build, !show);
      if (!show) continue;
      count += 1;
      alive.add(build.parentElement);
    }
    for (const element of document.querySelectorAll(".target")) setHidden(element, !alive.has(element));
    const rest = document.querySelector(".rest");
    if (rest !== null && !all) rest.open = true;
    const number = (value) => value.toLocaleString("en-US");
    const noun = shown.dataset.noun;
    const total = builds.length;
    shown.textContent = all ? number(total) + " " + (total === 1 ? noun.slice(0, -1) : noun) : number(count) + " of " + number(total) + " " + noun + " shown";
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".build.attention:not([hidden], [open])")].slice(0, 100);
    for (const build of opened) { fill(build); build.open = true; }
  });
  addEventListener("afterprint", () => { for (const build of opened) build.open = false; });
})();
