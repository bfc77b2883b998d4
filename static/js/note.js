/* Writing a paragraph with script: how it reads and which figures there are come without a page in
   between, and a figure is put in where the cursor stands. The server draws; nothing is saved here. */
"use strict";

(() => {
  const form = document.querySelector("form[data-note]");
  const text = form?.querySelector("[data-preview]");
  if (!text) return;

  let timer = 0;
  const asked = { text: 0, figures: 0 };

  /* The same page, drawn with what is typed; parts of it take the place of those on show. */
  const look = async (value, parts) => {
    const mine = ++asked[value];
    const data = new FormData(form);
    data.append("look", value);
    try {
      const reply = await fetch(location.href, { method: "POST", body: data });
      if (!reply.ok || mine !== asked[value]) return;
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      for (const id of parts) {
        const fresh = page.getElementById(id);
        if (fresh) document.getElementById(id)?.replaceChildren(...fresh.childNodes);
      }
    } catch { /* the server is away: the buttons still send the form */ }
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(look, 500, "text", ["reads"]); };

  const put = (written) => {
    text.setRangeText(written, text.selectionStart, text.selectionEnd, "end");
    text.focus();
    later();
  };

  text.addEventListener("input", later);
  form.elements.kind?.addEventListener("change", later);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !["insert", "look"].includes(button.name)) return;
    event.preventDefault();
    if (button.name === "insert") put(button.value);
    else look(button.value, [button.value === "figures" ? "found" : "reads"]);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.name !== "find") return;
    event.preventDefault();
    look("figures", ["found"]);
  });
})();
