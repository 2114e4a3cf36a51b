// The page of the explorer. It asks by message and is told by message; values become text, never markup.
const COLOURS = ["#28A197", "#801650", "#F46A25", "#3D3D3D", "#2073BC", "#12436D"];
const IN_TIME = ["month", "quarter"];
const DRAWN = 500;
const SVG = "http://www.w3.org/2000/svg";

function make(name, given = {}, ...inside) {
  const made = name in { svg: 1, g: 1, circle: 1, path: 1, text: 1, line: 1 }
    ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.filter((part) => part !== null && part !== undefined));
  return made;
}

function option(value, words, chosen) {
  const made = make("option", { value }, words);
  made.selected = Boolean(chosen);
  return made;
}

// Rows of children: sorted by any column, filtered by any word, and how many of how many are shown.
function showRows(place, told, ask) {
  let by = -1, down = false, wanted = "";
  const count = make("p", { "aria-live": "polite", class: "count" });
  const search = make("input", { type: "search", placeholder: "Filter these rows", "aria-label": "Filter these rows" });
  const body = make("tbody");
  const heads = told.columns.map((name, number) => {
    const turn = () => { down = by === number && !down; by = number; draw(); };
    return make("th", { scope: "col", "aria-sort": "none" },
      make("button", { type: "button", onclick: turn }, name.replaceAll("_", " ")));
  });
  function draw() {
    const found = told.rows.map((cells, number) => [cells, number])
      .filter(([cells]) => !wanted || cells.some((cell) => cell !== null && cell.toLowerCase().includes(wanted)));
    if (by >= 0) {
      const order = new Intl.Collator("en-GB", { numeric: true });
      found.sort(([a], [b]) => (a[by] === null) - (b[by] === null) || order.compare(a[by] ?? "", b[by] ?? "") * (down ? -1 : 1));
    }
    heads.forEach((head, number) =>
      head.setAttribute("aria-sort", number !== by ? "none" : down ? "descending" : "ascending"));
    body.replaceChildren(...found.slice(0, DRAWN).map(([cells, number]) => make("tr", {},
      told.children ? make("td", {}, make("button", { type: "button", onclick: () => ask({ ask: "timeline", row: number }) },
        "Timeline")) : null,
      ...cells.map((cell) => make("td", {}, cell ?? "")))));
    const more = found.length > DRAWN ? `; the first ${DRAWN} are drawn` : "";
    count.textContent = `${found.length} of ${told.rows.length} shown${more}`;
  }
  search.addEventListener("input", () => { wanted = search.value.trim().toLowerCase(); draw(); });
  draw();
  place.replaceChildren(make("h4", { tabindex: -1 }, told.about), count, search, make("div", { class: "scroll", tabindex: 0,
    role: "region", "aria-label": told.about }, make("table", {}, make("thead", {}, make("tr", {},
    told.children ? make("th", { scope: "col" }, "") : null, ...heads)), body)));
}

function render({ model, el }) {
  const root = make("div", { class: "iro-explorer" });
  el.append(root);
  const tip = make("div", { class: "tip", hidden: true, role: "tooltip" });
  const rows = make("section", { class: "rows" }), line = make("section", { class: "timeline" });
  let asked = 0, explorer = null;
  const ask = (what) => model.send({ ...what, number: ++asked });
  const answers = {
    start: (told) => { explorer = makeExplorer(root, told, ask, tip, rows, line); },
    rows: (told) => {
      if (told.alone) root.replaceChildren(make("p", { class: "banner" }, "INTERNAL: rows about children. They are shown, and not saved."), rows, line);
      line.replaceChildren();
      showRows(rows, told, ask);
      if (!told.alone) rows.querySelector("h4").focus();
    },
    timeline: (told) => { showRows(line, told, ask); line.querySelector("h4").focus(); },
    fault: (told) => {
      const words = make("p", { class: "fault", role: "alert" }, told.words);
      if (explorer) explorer.fault(words); else root.replaceChildren(words);
    },
    figures: (told) => explorer.figures(told, asked),
    values: (told) => explorer.values(told),
    picture: (told) => make("a", { href: told.source, download: told.name }).click(),
  };
  const told = (message) => answers[message.kind]?.(message);
  model.on("msg:custom", told);
  ask({ ask: "start" });
  return () => model.off("msg:custom", told);
}

function makeExplorer(root, start, ask, tip, rows, line) {
  const opening = start.opening, years = start.years.map((one) => one.year);
  const all = start.chapters.flatMap((chapter) => chapter.measures);
  const state = {
    measure: opening.measure || all.find((one) => one.name === "reviews_on_time")?.name || all[0].name,
    by: [...opening.by, "", ""].slice(0, 2), years: opening.years.length ? [...opening.years] : years.slice(-2),
    where: Object.fromEntries(Object.entries(opening.where).map(([k, v]) => [k, [v].flat().map(String)])),
    published: false, lines: false, first: true,
  };
  let shown = null;
  const search = make("input", { type: "search", "aria-label": "Search measures", placeholder: "Search measures" });
  const measures = make("select", { size: 9, "aria-label": "Measure" });
  const words = make("p", { class: "words" }), found = make("p", { class: "words", role: "status" });
  const byA = make("select", { "aria-label": "By" }), byB = make("select", { "aria-label": "And by" });
  const filters = make("div", { class: "filters" });
  const addFilter = make("select", { "aria-label": "Add a filter" });
  const sentence = make("p", { class: "sentence", "aria-live": "polite" });
  const chart = make("div", { class: "chart" }), problem = make("div");
  const copied = make("span", { role: "status" });

  function listMeasures() {
    const wanted = search.value.trim().toLowerCase();
    const elsewhere = start.not_here.filter(({ parts }) => parts.some((part) => wanted.includes(part)));
    measures.replaceChildren(...start.chapters.map((chapter) => {
      const fit = chapter.measures.filter((one) =>
        `${one.title} ${one.name} ${one.words} ${chapter.title}`.toLowerCase().includes(wanted));
      const group = make("optgroup", { label: chapter.title });
      group.append(...fit.map((one) => option(one.name, one.title, one.name === state.measure)));
      return fit.length ? group : null;
    }).filter(Boolean));
    const none = measures.length ? [] : ["No measure has this in its name, title, chapter or definition."];
    found.textContent = [...none, ...elsewhere.map(({ said }) => said)].join(" ");
  }
  function go() {
    words.textContent = all.find((one) => one.name === state.measure)?.words ?? "";
    ask({ ask: "figures", measure: state.measure, by: state.by.filter(Boolean), years: state.years, where: state.where,
      published: state.published });
  }
  function choose(name) {
    state.measure = name; state.first = true;
    for (const key of Object.keys(state.where)) delete state.where[key];
    rows.replaceChildren(); line.replaceChildren(); go();
  }
  const yearBoxes = make("fieldset", {}, make("legend", {}, "Years"), ...start.years.map(({ year, label }) => {
    const box = make("input", { type: "checkbox", value: year });
    box.checked = state.years.includes(year);
    box.addEventListener("change", () => {
      state.years = years.filter((one) => one === year ? box.checked : state.years.includes(one));
      go();
    });
    return make("label", {}, box, ` ${label}`);
  }));
  const modes = make("fieldset", {}, make("legend", {}, "Figures"), ...[["internal", false], ["as published", true]]
    .map(([label, published]) => {
      const dot = make("input", { type: "radio", name: `mode-${root.id = root.id || `iro-${Math.random().toString(36).slice(2)}`}` });
      dot.checked = !published;
      dot.addEventListener("change", () => { state.published = published; rows.replaceChildren(); line.replaceChildren(); go(); });
      return make("label", {}, dot, ` ${label}`);
    }));
  const button = (label, act) => make("button", { type: "button", onclick: act }, label);
  const take = (format) => () => ask({ ask: "picture", measure: state.measure, by: state.by, format });
  const kinds = button("Lines", () => { state.lines = !state.lines; draw(); });
  const pictures = [button("SVG", take("svg")), button("PNG", take("png"))];
  const copy = button("Copy the Python", async () => {
    try { await navigator.clipboard.writeText(shown.code); copied.textContent = "Copied."; }
    catch { copied.textContent = shown.code; }
  });

  search.addEventListener("input", listMeasures);
  measures.addEventListener("change", () => choose(measures.value));
  byA.addEventListener("change", () => { state.by[0] = byA.value; go(); });
  byB.addEventListener("change", () => { state.by[1] = byB.value; go(); });
  addFilter.addEventListener("change", () => {
    if (addFilter.value) ask({ ask: "values", measure: state.measure, column: addFilter.value });
  });

  root.replaceChildren(
    make("p", { class: "banner" }, `INTERNAL: ${start.council}. Nothing is hidden, and nothing of it is saved.`),
    make("div", { class: "screen" },
      make("section", { class: "choose", "aria-label": "What is shown" },
        make("label", {}, "Measure"), search, found, measures, words,
        make("label", {}, "By"), byA, make("label", {}, "and by"), byB, yearBoxes,
        make("label", {}, "Only"), filters, addFilter, modes),
      make("section", { class: "seen", "aria-label": "Figures" }, problem, sentence,
        make("div", { class: "buttons" }, kinds, copy, ...pictures, copied), chart)),
    rows, line, tip);

  function showTip(event, words) {
    const box = event.target.getBoundingClientRect();
    tip.textContent = words; tip.hidden = false;
    tip.style.left = `${Math.max(4, Math.min(box.right + 8, window.innerWidth - 340))}px`;
    tip.style.top = `${box.top - 4}px`;
  }
  const said = (bar) => [bar.categories.concat(bar.label).join(", ") + `: ${bar.text}`, bar.of,
    bar.interval && `95% interval ${bar.interval}`, bar.note].filter(Boolean).join("; ");
  const watch = (bar) => {
    const hide = () => { tip.hidden = true; };
    const show = (event) => showTip(event, said(bar));
    return { onmouseenter: show, onfocus: show, onmouseleave: hide, onblur: hide };
  };
  function open(bar, included) {
    if (state.published) return;
    ask({ ask: "rows", measure: state.measure, by: state.by.filter(Boolean), of: bar.categories, year: bar.year,
      where: state.where, included });
  }
  function bars() {
    const top = Math.max(1e-9, ...shown.bars.map((bar) => bar.upper ?? bar.value ?? 0));
    const most = shown.counted === "share" ? 100 : top;
    const ofYear = [...new Set(shown.bars.map((bar) => bar.year))];
    const opens = state.published ? "" : ". Show the rows";
    return make("table", {}, make("thead", {}, make("tr", {},
      ...state.by.filter(Boolean).map((name) => make("th", { scope: "col" }, shown.columns.find((c) => c.name === name)?.title ?? name)),
      ...["Year", "", "Figure", "", ""].map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...shown.bars.map((bar) => {
      const at = (value) => `${Math.min(100, (100 * value) / most)}%`;
      const colour = COLOURS[(COLOURS.length * 9 - (ofYear.length - 1 - ofYear.indexOf(bar.year))) % COLOURS.length];
      const range = bar.lower !== null && bar.upper !== null ? make("span", { class: "range",
        style: `left:${at(bar.lower)};width:${(100 * (bar.upper - bar.lower)) / most}%` }) : null;
      const share = shown.counted === "share" && !state.published && bar.value !== null;
      return make("tr", {}, ...bar.categories.map((word) => make("td", { class: "words-of" }, word)), make("td", {}, bar.label),
        make("td", { class: "across" }, make("div", { class: "track" }, bar.value === null ? null : make("button", { type: "button", class: "bar",
          style: `width:${at(bar.value)};background:${colour}`, "aria-label": said(bar) + opens, onclick: () => open(bar, null),
          ...watch(bar) }), range)),
        make("td", { class: "number" }, bar.text), make("td", { class: "wraps" }, bar.of),
        make("td", { class: "wraps" }, share ? button("included", () => open(bar, true)) : null, share ? " " : null,
          share ? button("not included", () => open(bar, false)) : null));
    })));
  }
  function lines() {
    const inTime = IN_TIME.includes(state.by[0]);
    const places = inTime ? [...new Set(shown.bars.map((bar) => bar.categories[0]))] : [...new Set(shown.bars.map((bar) => bar.label))];
    const place = (bar) => places.indexOf(inTime ? bar.categories[0] : bar.label);
    const series = new Map();
    for (const bar of shown.bars) {
      const name = inTime ? [bar.label, ...bar.categories.slice(1)].join(", ") : bar.categories.join(", ") || shown.title;
      series.set(name, [...(series.get(name) ?? []), bar]);
    }
    const values = shown.bars.flatMap((bar) => [bar.value, bar.lower, bar.upper]).filter((one) => one !== null);
    const low = Math.min(...values, 0), high = Math.max(...values, low + 1);
    const width = 680, height = 300, x = (n) => 50 + (n + 0.5) * (560 / places.length), y = (v) => 270 - (240 * (v - low)) / (high - low);
    const made = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": shown.title });
    for (let n = 0; n <= 4; n += 1) {
      const value = low + ((high - low) * n) / 4;
      made.append(make("line", { x1: 48, x2: 612, y1: y(value), y2: y(value), stroke: "#b1b4b6" }),
        make("text", { x: 44, y: y(value) + 4, "text-anchor": "end" }, value.toFixed(high - low < 4 ? 1 : 0)));
    }
    places.forEach((name, n) => made.append(make("text", { x: x(n), y: 290, "text-anchor": "middle" }, name)));
    [...series].forEach(([name, of], number) => {
      const colour = COLOURS[number % COLOURS.length];
      const there = of.filter((bar) => bar.value !== null);
      const path = there.map((bar, n) => `${n ? "L" : "M"}${x(place(bar))},${y(bar.value)}`).join("");
      made.append(make("path", { d: path, fill: "none", stroke: colour, "stroke-width": 2 }));
      for (const bar of there) {
        made.append(make("circle", { cx: x(place(bar)), cy: y(bar.value), r: 6, fill: colour, tabindex: 0, role: "button",
          style: "cursor:pointer", "aria-label": said(bar), onclick: () => open(bar, null),
          onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(bar, null); } },
          ...watch(bar) }));
      }
      if (there.length && number < 12) made.append(make("text", { x: x(place(there.at(-1))) + 9, y: y(there.at(-1).value) + 4 }, name));
    });
    return made;
  }
  function draw() {
    kinds.textContent = state.lines ? "Bars" : "Lines";
    tip.hidden = true;
    const more = shown.of > shown.bars.length ? `The first ${shown.bars.length} of ${shown.of} are drawn: choose fewer years, or filter.` : "";
    chart.replaceChildren(...(more ? [make("p", {}, more)] : []), state.lines ? lines() : bars());
  }
  function showFilters() {
    filters.replaceChildren(...Object.entries(state.where).map(([column, values]) => make("p", {},
      `${shown.columns.find((one) => one.name === column)?.title ?? column}: ${values.join(", ")} `,
      button("Take out", () => { delete state.where[column]; go(); }))));
    addFilter.replaceChildren(option("", "Add a filter…", true), ...shown.columns.map((one) => option(one.name, one.title)));
    addFilter.disabled = state.published;
  }
  listMeasures();
  go();
  return {
    fault: (words) => problem.replaceChildren(words),
    figures: (told, last) => {
      if (told.number !== last) return;
      problem.replaceChildren(); copied.textContent = "";
      shown = told;
      const names = told.columns.map((one) => one.name);
      const kept = state.by.map((name) => (names.includes(name) ? name : ""));
      const gone = kept.some((name, n) => name !== state.by[n]);
      state.by = kept;
      for (const [select, n] of [[byA, 0], [byB, 1]]) {
        select.replaceChildren(option("", n ? "nothing more" : "the whole", !state.by[n]),
          ...told.columns.map((one) => option(one.name, one.title, one.name === state.by[n])));
        select.disabled = n === 1 && state.published;
      }
      sentence.textContent = told.sentence;
      pictures.forEach((one) => { one.disabled = !state.published; one.title = state.published ? "" : "Only what may be published can be taken away as a picture"; });
      showFilters(); draw();
      if (gone) go();
    },
    values: (told) => {
      const list = make("select", { multiple: true, size: 7, "aria-label": `Values of ${told.column}` });
      list.append(...told.values.map((value) => option(value, value, state.where[told.column]?.includes(value))));
      list.addEventListener("change", () => {
        state.where[told.column] = [...list.selectedOptions].map((one) => one.value); go();
      });
      filters.append(list); list.focus();
    },
  };
}

export default { render };
