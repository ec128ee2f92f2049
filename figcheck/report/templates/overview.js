"use strict";
(() => {
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isAmount = head.dataset.kind === "amount";
        const now = head.getAttribute("aria-sort");
        const next = now === "descending" || (!now && !isAmount) ? "ascending" : "descending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", next);
        const value = (row) => (isAmount ? Number(row.cells[column].textContent) : row.cells[column].textContent);
        const compare = (a, b) => (isAmount ? value(a) - value(b) : value(a).localeCompare(value(b)));
        body.append(...[...body.rows].sort((a, b) => (next === "ascending" ? compare(a, b) : compare(b, a))));
      });
    });
  }
})();
