for (const table of document.querySelectorAll(".tw table:not(:has(thead.v))")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const value = (row, at) => row.cells[at].dataset.v ?? row.cells[at].textContent.trim().replace(/^–$/, "");
  if (body.rows.length > 1) heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const down = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down === 1 ? "ascending" : "descending");
      const order = (a, b) => {
        const [x, y] = [value(a, at), value(b, at)];
        if (!x || !y) return !x - !y;
        return down * (isNaN(x) || isNaN(y) ? x.localeCompare(y) : x - y);
      };
      body.append(...[...body.rows].sort(order));
    };
  });
}
