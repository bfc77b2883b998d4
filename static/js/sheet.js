/* The answer sheet with script: saves by itself, says so beside the field, keeps what could not be
   sent on this computer and sends it again. Without script the same form is sent by its buttons. */
"use strict";

(() => {
  document.querySelector(".tree-s [aria-current]")?.scrollIntoView({ block: "nearest" });
  const form = document.querySelector("form[data-sheet]");
  if (!form) return;

  const PAUSE = 1500;
  const AGAIN = 20000;
  const STOPS = { stale_version: "conflict", locked_since_submission: "locked" };
  const ALONE = /^(file|link|attach|proposal|overrule|csrfmiddlewaretoken)/; // sent by their own buttons only
  const KEEP = `habitat-sheet-${form.dataset.sheet}`;
  const state = form.querySelector("[data-state]");
  const version = form.elements.base_version;

  let timer = 0;
  let again = 0;
  let running = false;
  let stopped = false;
  let waiting = null; // the button that was pressed while a save was under way
  let touched = new Set(); // fields that changed since the last request

  /* What is typed now, as it would be sent. */
  const typed = () => {
    const data = new FormData(form);
    for (const name of [...new Set(data.keys())]) if (ALONE.test(name)) data.delete(name);
    return data;
  };
  const words = () => {
    const data = typed();
    data.delete("base_version");
    return JSON.stringify([...data]);
  };
  let stored = "unsaved" in form.dataset ? "" : words();
  const isDirty = () => words() !== stored;

  /* Kept on this computer until the server has it; a private window may refuse. */
  const keep = (isSent = false) => {
    try { localStorage.setItem(KEEP, JSON.stringify({ words: words(), version: version.value, isSent })); } catch { /* nowhere to keep it */ }
  };
  const forget = () => { try { localStorage.removeItem(KEEP); } catch { /* nothing kept */ } };
  const kept = () => { try { return JSON.parse(localStorage.getItem(KEEP)); } catch { return null; } };

  /* The words of a state, from the page, in the language of the page. */
  const say = (place, name, facts = {}, isBad = false) => {
    const told = form.querySelector(`[data-words="${name}"]`).content.cloneNode(true);
    for (const node of told.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) node.data = node.data.replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);
    }
    place.replaceChildren(told);
    place.classList.toggle("bad", isBad);
  };
  const tell = (fields, name, facts, isBad) => {
    for (const field of fields) {
      const place = form.querySelector(`[data-saved="${field}"]`);
      if (place) say(place, Object.values(STOPS).includes(name) ? "fault" : name, facts, isBad);
    }
    say(state, name, facts, isBad);
  };

  /* Faults beside their fields, as the server words them. */
  const showFaults = (faults) => {
    form.querySelectorAll("[data-fault]").forEach((old) => old.remove());
    form.querySelectorAll("[id^=id_][id$=_error]").forEach((old) => old.remove());
    for (const [name, message] of Object.entries(faults)) {
      const field = form.querySelector(`#id_${name}`);
      if (!field) continue;
      const note = document.createElement("p");
      note.className = "err";
      note.id = `id_${name}_error`;
      note.dataset.fault = name;
      note.textContent = message;
      if (field.matches("fieldset")) field.append(note);
      else field.after(note);
      field.setAttribute("aria-describedby", note.id);
    }
  };

  const onSaved = (reply, sent, fields) => {
    version.value = reply.version;
    stored = sent;
    if (isDirty()) keep(); else forget();
    tell(fields, "saved", { time: reply.at });
    showFaults(reply.missing);
    const mark = document.querySelector(".tree a[aria-current] .v use");
    if (mark) mark.setAttribute("href", `#m-${reply.kind}`);
    document.querySelectorAll("[data-carried], [data-confirm-carried]").forEach((told) => told.remove());
  };

  const onRefused = (status, reply, fields) => {
    const why = Object.values(reply.faults || {}).join(" ") || reply.message;
    stopped = status === 409;
    showFaults(reply.faults || {});
    tell(fields, STOPS[reply.code] || "fault", { why }, true);
  };

  /* One request at a time: what is typed meanwhile is sent when the answer has come. */
  const send = async () => {
    clearTimeout(timer);
    clearTimeout(again);
    if (running || stopped || !isDirty()) return;
    running = true;
    const sent = words();
    const fields = touched;
    touched = new Set();
    tell(fields, "saving");
    try {
      const response = await fetch(form.action, { method: "POST", body: withToken(), headers: { Accept: "application/json" } });
      const isJson = (response.headers.get("Content-Type") || "").includes("json");
      if (!isJson && response.status >= 500) throw new TypeError("the server is away");
      if (!isJson) { stopped = true; tell(fields, "away", {}, true); }
      else if (response.ok) onSaved(await response.json(), sent, fields);
      else onRefused(response.status, await response.json(), fields);
      if (!response.ok) touched = new Set([...fields, ...touched]);
    } catch {
      tell(fields, "offline", {}, true);
      touched = new Set([...fields, ...touched]);
      again = setTimeout(send, AGAIN);
    }
    running = false;
    if (waiting) { form.requestSubmit(waiting); return; }
    if (!stopped && words() !== sent) later();
  };
  const withToken = () => {
    const data = typed();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    return data;
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(send, PAUSE); };

  const onInput = (event) => {
    if (!event.target.name || ALONE.test(event.target.name)) return;
    touched.add(event.target.name);
    count();
    keep();
    later();
  };

  /* How long the text is, where a limit is told. */
  const count = () => form.querySelectorAll("[data-count]").forEach((place) => {
    const n = document.getElementById(place.dataset.count).value.length;
    const told = form.querySelector('[data-words="count"]').content.textContent;
    place.textContent = told.replace("{n}", n.toLocaleString("en"));
  });

  /* Last round's words into the field, without a page in between. */
  const copy = (button) => {
    const from = form.querySelector(`[data-last="${button.value}"]`);
    const field = form.elements[button.value];
    if (!from || !field) return false;
    field.value = from.textContent.trim();
    touched.add(button.value);
    field.focus();
    count();
    keep();
    later();
    return true;
  };

  /* What could not be sent last time comes back; the version it was written on comes with it. */
  const restore = () => {
    const old = kept();
    const hasArrived = old?.isSent && old.version !== version.value;
    if (!old || hasArrived || old.words === stored) { forget(); return; }
    for (const element of form.elements) if (element.type === "checkbox") element.checked = false;
    for (const [name, value] of JSON.parse(old.words)) {
      const field = form.elements[name];
      if (!field || name === "evidence") continue;
      if (name === "constraints") for (const box of form.querySelectorAll("[name=constraints]")) box.checked ||= box.value === value;
      else field.value = value;
    }
    version.value = old.version;
    say(state, "kept");
    later();
  };

  form.addEventListener("input", onInput);
  form.addEventListener("change", onInput);
  form.addEventListener("focusout", () => { if (isDirty()) send(); });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=copy]");
    if (button && copy(button)) event.preventDefault();
  });
  let leaving = false;
  /* A save under way would make the form stale: it goes when that has come back. */
  form.addEventListener("submit", (event) => {
    if (running) { waiting = event.submitter; event.preventDefault(); return; }
    leaving = true;
    clearTimeout(timer);
    if (isDirty()) keep(true);
  });
  window.addEventListener("beforeunload", (event) => { if (!leaving && isDirty()) event.preventDefault(); });
  window.addEventListener("online", () => { if (!stopped) send(); });
  restore();
  count();
})();
