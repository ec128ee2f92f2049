"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const notes = new Map(all("details.note").map((note) => [note.dataset.note, note]));
  const findings = all("details.note.finding");
  const pager = document.querySelector(".pager");
  const SVG = "http://www.w3.org/2000/svg";
  let at = -1;
  let held = null;

  const named = (mark) => mark.dataset.notes.trim().split(" ");
  const marks = new Map([...notes.keys()].map((name) => [name, []]));
  all("a.figure").forEach((mark) => named(mark).forEach((name) => marks.get(name)?.push(mark)));

  function dim() {
    all(".on").forEach((each) => each.classList.remove("on"));
    all(".lit").forEach((each) => each.classList.remove("lit"));
    all("svg.strings").forEach((each) => each.remove());
  }

  function light(name) {
    dim();
    const note = notes.get(name);
    if (!note) return;
    const story = note.closest(".story");
    story.classList.add("lit");
    note.classList.add("on");
    marks.get(name).forEach((mark) => mark.classList.add("on"));
    story.append(strings(story, marks.get(name), note));
  }

  // a line from every figure of a relation to its note, between the lines of the text and along the margin
  function strings(story, ends, note) {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("class", "strings");
    drawing.setAttribute("aria-hidden", "true");
    const home = story.getBoundingClientRect();
    const card = note.getBoundingClientRect();
    const sign = note.querySelector(".sign").getBoundingClientRect();
    const y = sign.top + sign.height / 2 - home.top;
    ends.forEach((mark) => {
      const text = mark.closest(".row").firstElementChild.getBoundingClientRect();
      const box = [...mark.getClientRects()].at(-1);
      const beside = card.left >= text.right;
      const margin = beside ? card.left - 22 - home.left : -9;
      const below = box.bottom - home.top + 3.5;
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", `M ${(box.left + box.right) / 2 - home.left} ${below} H ${margin} V ${y} H ${card.left - home.left - 1}`);
      drawing.append(path);
    });
    return drawing;
  }

  function show(name, focus) {
    const note = notes.get(name);
    if (!note) return false;
    note.open = true;
    held = name;
    at = Math.max(findings.indexOf(note), at);
    if (findings.includes(note)) at = findings.indexOf(note);
    count();
    const summary = note.querySelector("summary");
    if (focus) summary.focus({ preventScroll: true });
    const box = note.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) note.scrollIntoView({ block: "center" });
    light(name);
    return true;
  }

  function count() {
    pager.querySelector("output").textContent = `${at < 0 ? "–" : at + 1} / ${findings.length}`;
  }

  function step(by) {
    if (!findings.length) return;
    at = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
    show(findings[at].dataset.note, true);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-notes]");
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
    if (link && !event.ctrlKey && !event.metaKey && show(named(link)[0], true)) event.preventDefault();
  });
  for (const [over, out] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(over, (event) => {
      const mark = event.target.closest("a[data-notes], details.note");
      if (mark) light(mark.dataset.note || named(mark)[0]);
    });
    document.addEventListener(out, (event) => {
      if (event.target.closest("a[data-notes], details.note")) held ? light(held) : dim();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") { held = null; dim(); }
    else return;
    event.preventDefault();
  });
  addEventListener("resize", () => (held ? light(held) : dim()));
  addEventListener("beforeprint", dim);
  all(".keys").forEach((each) => (each.hidden = !findings.length));
  pager.hidden = !findings.length;
  count();
})();
